package org.currawong.routes;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.currawong.domain.Actor;
import org.currawong.domain.Board;
import org.currawong.domain.Command;
import org.currawong.domain.Intake;
import org.currawong.domain.Realm;
import org.currawong.domain.State;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.AlertState;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.ArtefactRef;
import org.currawong.domain.alert.CapMessage;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.alert.ReleaseDocument;
import org.currawong.domain.alert.ReleaseDocument.WayOut;
import org.currawong.domain.alert.RenderInput;
import org.currawong.domain.alert.Renderer;
import org.currawong.domain.alert.Rendering;
import org.currawong.domain.alert.Unavailable;
import org.currawong.domain.alert.Wording;
import org.currawong.domain.text.CheckWords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renders a submitted alert with its corrections, keeps the bytes, writes the release document and
 * proposes all of it to the core.
 */
public final class RenderDesk {

  /** A language not ready by then is left out and may follow: English never waits. */
  static final Duration DEADLINE = Duration.ofSeconds(60);

  /** Ways out that write files: always there (CONTRACT.md, {@code channels}). */
  static final List<String> ALWAYS = List.of("radio", "print", "cap");

  /** Ways out that say a recording several times; the others have each thing once. */
  private static final Set<String> ON_AIR = Set.of("radio", "icecast");

  private static final int SALT_BYTES = 16;
  private static final String NO_WORDS =
      "nobody wrote it in this language: its readers get the first one";

  private static final Logger LOG = LoggerFactory.getLogger(RenderDesk.class);

  private final HubIdentity hub;
  private final List<Renderer> renderers;
  private final Papers papers;
  private final Board board;
  private final Intake intake;
  private final ExecutorService pool;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param pool bounded, of platform threads: rendering is work for the processor
   */
  public RenderDesk(
      HubIdentity hub,
      List<Renderer> renderers,
      Papers papers,
      Board board,
      Intake intake,
      ExecutorService pool,
      Clock clock) {
    this.hub = hub;
    this.renderers = List.copyOf(renderers);
    this.papers = papers;
    this.board = board;
    this.intake = intake;
    this.pool = pool;
    this.clock = clock;
  }

  /** What one renderer made of one wording in one language. */
  private record Piece(Renderer by, Wording wording, String language, Future<Rendering> made) {}

  /** Renders one version; one that changed meanwhile is left alone. */
  public void render(String alert, int version) {
    Alert a = board.read(s -> s.alert(alert));
    if (a == null || a.version() != version || a.state() != AlertState.SUBMITTED || a.rendered()) {
      return;
    }
    try {
      intake.hand(proposal(a), Actor.part("renderers"));
    } catch (RenderingFailed | IOException e) {
      LOG.warn("An alert could not be rendered: {}", e.getMessage());
      intake.hand(
          new Command.RecordRenderingFailure(alert, version, e.getMessage()),
          Actor.part("renderers"));
    }
  }

  private Command.RecordRendering proposal(Alert a) throws IOException, RenderingFailed {
    RenderInput input = input(a);
    List<Piece> pieces = begin(a.draft(), input);
    List<Artefact> alert = new ArrayList<>();
    List<Artefact> corrections = new ArrayList<>();
    List<Unavailable> unavailable = new ArrayList<>();
    Instant deadline = clock.instant().plus(DEADLINE);
    for (Piece p : pieces) {
      Rendering made = await(p, deadline, a.draft().firstLanguage());
      (p.wording() == Wording.ALERT ? alert : corrections).addAll(made.artefacts());
      unavailable.addAll(made.unavailable());
    }
    a.draft().languages().stream()
        .filter(l -> a.draft().text(l) == null)
        .forEach(l -> unavailable.add(new Unavailable("script." + l + ".txt", NO_WORDS)));
    if (alert.stream().noneMatch(made -> made.name().equals(input.cap().artefact()))) {
      String why =
          unavailable.stream()
              .map(u -> u.artefact() + ": " + u.reason())
              .collect(Collectors.joining("; "));
      throw new RenderingFailed("the CAP message could not be made: " + why);
    }
    Set<String> ways = ways(a.draft());
    RecipientList recipients = RecipientList.of(ways, input.recipients());
    String salt = salt();
    Artefact list = recipients.artefact(salt);
    List<Artefact> all = new ArrayList<>(alert);
    all.addAll(corrections);
    all.add(list);
    papers.keep(all);
    List<WayOut> out = ways.stream().map(w -> wayOut(w, recipients, salt)).toList();
    return document(a, input, salt, out, list.ref(), alert, corrections, unavailable);
  }

  private List<Piece> begin(Draft draft, RenderInput input) {
    List<Piece> pieces = new ArrayList<>();
    for (Renderer r : renderers) {
      for (Wording w : r.corrections() ? Wording.values() : new Wording[] {Wording.ALERT}) {
        for (String language : r.eachLanguage() ? spoken(draft) : List.of(draft.firstLanguage())) {
          pieces.add(new Piece(r, w, language, pool.submit(() -> r.render(input, w, language))));
        }
      }
    }
    return pieces;
  }

  /** The languages that have words, the drafter's own first. */
  private static List<String> spoken(Draft draft) {
    return draft.languages().stream().filter(l -> draft.text(l) != null).distinct().toList();
  }

  private Rendering await(Piece p, Instant deadline, String first) throws RenderingFailed {
    String what = p.by().way() + " in " + p.language();
    try {
      long left = Duration.between(clock.instant(), deadline).toMillis();
      return p.made().get(Math.max(0, left), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      p.made().cancel(true);
      if (p.language().equals(first)) {
        throw new RenderingFailed(what + " was not ready within " + DEADLINE.toSeconds() + " s");
      }
      return Rendering.notAvailable(p.wording().prefix() + what, "not ready in time");
    } catch (ExecutionException e) {
      if (ending(e.getCause())) {
        throw stops();
      }
      LOG.warn("{} could not be rendered", what, e.getCause());
      if (p.language().equals(first)) {
        throw new RenderingFailed(what + " could not be made: " + e.getCause().getMessage());
      }
      return Rendering.notAvailable(p.wording().prefix() + what, "could not be made");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw stops();
    }
  }

  private static CancellationException stops() {
    return new CancellationException("the hub stops");
  }

  /** Java refuses a library its hook at exit, so it is no fault of the alert: it waits. */
  private static boolean ending(Throwable why) {
    return why instanceof IllegalStateException && "Shutdown in progress".equals(why.getMessage());
  }

  private RenderInput input(Alert a) {
    Instant sent = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    CapMessage cap =
        new CapMessage(hub.hub() + "-" + a.id() + "-" + a.version(), "Alert", sent, "cap.xml");
    return board.read(s -> input(hub, s, a, cap, List.of()));
  }

  static RenderInput input(
      HubIdentity hub, State s, Alert a, CapMessage cap, List<String> references) {
    return new RenderInput(
        hub.hub(),
        hub.name(),
        realm(s, a),
        hub.demonstration(),
        a.id(),
        a.version(),
        a.draft(),
        cap,
        hub.capSender(),
        references,
        hub.zone(),
        s.people(),
        hub.publicUrl(),
        CheckWords.english().words(HexFormat.of().parseHex(s.head())),
        hub.repeats());
  }

  static Realm realm(State s, Alert a) {
    return a.draft().status() == AlertStatus.ACTUAL ? s.hub().realm() : Realm.EXERCISE;
  }

  private Set<String> ways(Draft draft) {
    Set<String> ways = new LinkedHashSet<>(ALWAYS);
    hub.ways().stream()
        .filter(way -> draft.channels() == null || draft.channels().contains(way))
        .sorted()
        .forEach(ways::add);
    return ways;
  }

  private Command.RecordRendering document(
      Alert a,
      RenderInput input,
      String salt,
      List<WayOut> out,
      ArtefactRef recipients,
      List<Artefact> alert,
      List<Artefact> corrections,
      List<Unavailable> unavailable) {
    List<ArtefactRef> refs = alert.stream().map(Artefact::ref).toList();
    List<ArtefactRef> correctionRefs = corrections.stream().map(Artefact::ref).toList();
    Draft d = a.draft();
    String document =
        new ReleaseDocument(
                input.realm(),
                hub.hub(),
                hub.epoch(),
                a.id(),
                a.version(),
                d.status(),
                d.area().name(),
                d.effective() == null ? input.renderedAt() : d.effective(),
                d.expires(),
                2,
                input.cap(),
                salt,
                out,
                refs,
                correctionRefs)
            .write();
    return new Command.RecordRendering(
        a.id(),
        a.version(),
        document,
        Artefact.sha256(document.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        input.cap(),
        out,
        refs,
        correctionRefs,
        unavailable,
        recipients);
  }

  private String salt() {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }

  private WayOut wayOut(String way, RecipientList recipients, String salt) {
    int repeats = ON_AIR.contains(way) ? hub.repeats() : 1;
    return new WayOut(
        way, repeats, recipients.of(way).size(), ReleaseDocument.digest(salt, recipients.of(way)));
  }

  /** Why an alert went back to draft, in words for its drafter. */
  private static final class RenderingFailed extends Exception {
    private static final long serialVersionUID = 1L;

    RenderingFailed(String message) {
      super(message);
    }
  }
}
