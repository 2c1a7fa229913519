package org.currawong.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.currawong.domain.Command;
import org.currawong.domain.Decision;
import org.currawong.domain.Entry;
import org.currawong.domain.Fact;
import org.currawong.domain.Realm;
import org.currawong.domain.State;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.alert.RenderInput;
import org.currawong.domain.alert.Renderer;
import org.currawong.domain.alert.Rendering;
import org.currawong.domain.alert.Wording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a renderer throws, and what the log is told of it. */
class RenderDeskTest {

  private static final HubIdentity HUB =
      new HubIdentity("hub", "Hub", 1, false, Set.of("cap"), ZoneId.of("UTC"), null, 1, "1");

  private final ExecutorService pool = Executors.newFixedThreadPool(2);
  private final List<Command> told = new ArrayList<>();
  private final State state = new State();

  @AfterEach
  void thePoolEnds() {
    pool.shutdownNow();
  }

  private record Throws(RuntimeException fault) implements Renderer {
    @Override
    public String way() {
      return "cap";
    }

    @Override
    public boolean eachLanguage() {
      return false;
    }

    @Override
    public Rendering render(RenderInput input, Wording wording, String language) {
      throw fault;
    }
  }

  private <T> T look(Function<State, T> question) {
    return question.apply(state);
  }

  private void happened(Fact fact) {
    state.apply(new Entry(state.n() + 1, Instant.EPOCH, "0".repeat(64), fact));
  }

  private void render(RuntimeException fault) {
    happened(new Fact.LogOpened(1, "hub", 1, Realm.LIVE, List.of()));
    happened(new Fact.AlertDrafted("a-1", 1, draft(), "ada"));
    happened(new Fact.AlertSubmitted("a-1", 1, "ada"));
    new RenderDesk(
            HUB,
            List.of(new Throws(fault)),
            null,
            this::look,
            (command, actor) -> {
              told.add(command);
              return CompletableFuture.completedFuture(Decision.accepted("ok"));
            },
            pool,
            Clock.systemUTC())
        .render("a-1", 1);
  }

  private static Draft draft() {
    return new Draft(
        AlertStatus.ACTUAL,
        null,
        null,
        null,
        null,
        null,
        "Flood",
        null,
        "Move up.",
        null,
        null,
        null,
        null,
        List.of("en"),
        null,
        null,
        null,
        null,
        null);
  }

  @Test
  void aRendererThatFailsIsToldInItsWords() {
    render(new IllegalStateException("no such letter"));
    Command.RecordRenderingFailure failure =
        assertInstanceOf(Command.RecordRenderingFailure.class, told.getFirst());
    assertEquals("cap in en could not be made: no such letter", failure.reason());
  }

  @Test
  void aHubThatStopsWhileAnAlertIsRenderedRecordsNoFailure() {
    IllegalStateException stops = new IllegalStateException("Shutdown in progress");
    assertThrows(CancellationException.class, () -> render(stops));
    assertEquals(List.of(), told);
  }
}
