package org.currawong.routes;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.currawong.domain.Actor;
import org.currawong.domain.Board;
import org.currawong.domain.Command;
import org.currawong.domain.Intake;
import org.currawong.domain.WithdrawalRules;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.ArtefactName;
import org.currawong.domain.alert.ArtefactRef;
import org.currawong.domain.alert.CapMessage;
import org.currawong.domain.alert.RenderInput;
import org.currawong.domain.alert.Renderer;
import org.currawong.domain.alert.WithdrawalDocument;
import org.currawong.domain.alert.Wording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the CAP Cancel and the withdrawal document of an alert that was taken back. */
public final class WithdrawalDesk {

  /** CAP 1.2, section 3.2.1: no fraction of a second, and UTC written as an offset. */
  private static final DateTimeFormatter CAP_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

  private static final Logger LOG = LoggerFactory.getLogger(WithdrawalDesk.class);

  private final HubIdentity hub;
  private final List<Renderer> renderers;
  private final Papers papers;
  private final Board board;
  private final Intake intake;
  private final Clock clock;

  public WithdrawalDesk(
      HubIdentity hub,
      List<Renderer> renderers,
      Papers papers,
      Board board,
      Intake intake,
      Clock clock) {
    this.hub = hub;
    this.renderers = List.copyOf(renderers);
    this.papers = papers;
    this.board = board;
    this.intake = intake;
    this.clock = clock;
  }

  /** Does it once; a withdrawal that has its document is left alone. */
  public void document(String alert) throws IOException {
    Alert a = board.read(s -> s.alert(alert));
    if (a == null || a.withdrawal() == null || a.withdrawal().document() != null) {
      return;
    }
    Alert.Withdrawal w = a.withdrawal();
    Wording wording = w.kind().wording();
    CapMessage cancel = cancel(a, wording);
    List<Artefact> made = cap(a, cancel, wording);
    papers.keep(made);
    List<ArtefactRef> refs = new ArrayList<>(made.stream().map(Artefact::ref).toList());
    a.corrections().stream()
        .filter(r -> ArtefactName.of(r.name()).wording() == wording)
        .forEach(refs::add);
    String document =
        new WithdrawalDocument(
                a.realm(),
                hub.hub(),
                hub.epoch(),
                a.id(),
                a.manifest(),
                w.kind(),
                w.at(),
                a.draft().expires().plus(WithdrawalRules.AFTER_END),
                refs)
            .write();
    List<ArtefactRef> kept = made.stream().map(Artefact::ref).toList();
    intake.hand(
        new Command.RecordWithdrawal(alert, document, made.isEmpty() ? null : cancel, kept),
        Actor.part("renderers"));
    LOG.info("A withdrawal is documented");
  }

  private CapMessage cancel(Alert a, Wording wording) {
    Instant sent = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    String identifier = a.cap().identifier() + "-" + wording.word();
    return new CapMessage(identifier, "Cancel", sent, wording.prefix() + "cap.xml");
  }

  private List<Artefact> cap(Alert a, CapMessage cancel, Wording wording) {
    String reference = hub.capSender() + "," + a.cap().identifier() + "," + capTime(a.cap().sent());
    RenderInput input = board.read(s -> RenderDesk.input(hub, s, a, cancel, List.of(reference)));
    return renderers.stream()
        .filter(r -> r.way().equals("cap"))
        .flatMap(r -> r.render(input, wording, a.draft().firstLanguage()).artefacts().stream())
        .toList();
  }

  private String capTime(Instant at) {
    String utc = OffsetDateTime.ofInstant(at, hub.zone()).format(CAP_TIME);
    return hub.zone().equals(ZoneOffset.UTC) ? utc.replace("+00:00", "-00:00") : utc;
  }
}
