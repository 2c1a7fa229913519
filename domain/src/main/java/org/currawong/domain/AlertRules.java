package org.currawong.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.currawong.domain.Decision.Reason;
import org.currawong.domain.Decision.Why;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.AlertState;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.ArtefactName;
import org.currawong.domain.alert.ReleaseDocument;

/** An alert's way from the first word to the moment when people are asked. */
final class AlertRules {

  /** What renderers say of a failure, for the drafter; more would not be read. */
  private static final int MAX_FAILURE = 1_000;

  private AlertRules() {}

  static Decision draft(State s, Command.DraftAlert c, Actor by) {
    if (!by.has(Role.COORDINATOR)) {
      return Decider.forbidden("only a coordinator drafts an alert");
    }
    if (s.alert(c.alert()) != null) {
      return Decision.accepted(c.alert());
    }
    return Decision.accepted(c.alert(), new Fact.AlertDrafted(c.alert(), 1, c.draft(), by.id()));
  }

  static Decision edit(State s, Command.EditAlert c, Actor by) {
    if (!by.has(Role.COORDINATOR)) {
      return Decider.forbidden("only a coordinator edits an alert");
    }
    Alert a = s.alert(c.alert());
    if (a == null) {
      return Decider.notFound("alert", "alert");
    }
    if (!before(a)) {
      return Decider.conflict("state", "it is " + a.state().word() + ": make a new alert");
    }
    if (c.version() != a.version()) {
      return Decision.refused(
          Why.CHANGED_SINCE, "If-Match", "somebody changed it since: load it again");
    }
    if (c.draft().status() != a.draft().status()) {
      return Decider.invalid("status", "the status is fixed when an alert is created");
    }
    return Decision.accepted(
        a.id(), new Fact.AlertEdited(a.id(), a.version() + 1, c.draft(), by.id()));
  }

  private static boolean before(Alert a) {
    return a.state() == AlertState.DRAFT
        || a.state() == AlertState.SUBMITTED
        || a.state() == AlertState.APPROVED;
  }

  static Decision submit(State s, Command.SubmitAlert c, Actor by, Instant now, Rules rules) {
    Alert a = s.alert(c.alert());
    if (a == null) {
      return Decider.notFound("alert", "alert");
    }
    if (!a.drafters().contains(by.id())) {
      return Decider.forbidden("one of its drafters submits an alert");
    }
    if (a.state() == AlertState.SUBMITTED) {
      return Decision.accepted(a.id());
    }
    if (a.state() != AlertState.DRAFT) {
      return Decider.conflict("state", "it is " + a.state().word() + " already");
    }
    List<Reason> faults = Vetting.faults(a.draft(), now, s, rules);
    return faults.isEmpty()
        ? Decision.accepted(a.id(), new Fact.AlertSubmitted(a.id(), a.version(), by.id()))
        : new Decision.Refused(Why.CONFLICT, faults);
  }

  /** Takes the renderers' proposal for the version at hand; one for another version is dropped. */
  static Decision rendered(State s, Command.RecordRendering c, Actor by) {
    Alert a = s.alert(c.alert());
    if (a == null) {
      return Decider.notFound("alert", "alert");
    }
    if (by.person() || by.equals(Actor.RESIDENT)) {
      return Decider.forbidden("the hub itself renders");
    }
    if (a.version() != c.version() || a.state() != AlertState.SUBMITTED || a.rendered()) {
      return Decider.conflict("version", "it has changed since rendering began");
    }
    if (!Artefact.sha256(c.document().getBytes(StandardCharsets.UTF_8)).equals(c.manifest())) {
      return Decider.invalid("manifest", "it is not the document's hash");
    }
    if (!speaksOf(c, s, a)) {
      return Decider.invalid("document", "it does not name this version and all of its bytes");
    }
    if (!distinct(c)) {
      return Decider.invalid("artefacts", "two of one way out differ in their last extension only");
    }
    return Decision.accepted(
        a.id(),
        new Fact.AlertRendered(
            a.id(),
            a.version(),
            c.document(),
            c.manifest(),
            c.cap(),
            c.ways(),
            c.artefacts(),
            c.corrections(),
            c.unavailable(),
            c.recipients()));
  }

  /** What the document leaves out, no way out would accept: better to know before people look. */
  private static boolean speaksOf(Command.RecordRendering c, State s, Alert a) {
    String context = "{\"context\":\"" + ReleaseDocument.context(realm(s, a)) + "\",";
    String version = "\"alert\":\"" + a.id() + "\",\"version\":" + a.version() + ",";
    return c.document().startsWith(context)
        && c.document().contains(version)
        && Stream.concat(c.artefacts().stream(), c.corrections().stream())
            .allMatch(r -> c.document().contains("\"sha256\":\"" + r.sha256() + "\""));
  }

  /** Orders are told apart by the way out and by the name without its extension. */
  private static boolean distinct(Command.RecordRendering c) {
    List<String> orders =
        c.artefacts().stream()
            .map(r -> ArtefactName.of(r.name()))
            .filter(n -> n.way().isPresent())
            .map(ArtefactName::stem)
            .toList();
    return Set.copyOf(orders).size() == orders.size();
  }

  /** Where this alert may go once released. */
  static Realm realm(State s, Alert a) {
    return a.draft().status() == AlertStatus.ACTUAL ? s.hub().realm() : Realm.EXERCISE;
  }

  static Decision failed(State s, Command.RecordRenderingFailure c) {
    Alert a = s.alert(c.alert());
    if (a == null) {
      return Decider.notFound("alert", "alert");
    }
    if (a.version() != c.version() || a.state() != AlertState.SUBMITTED || a.rendered()) {
      return Decider.conflict("version", "it has changed since rendering began");
    }
    boolean mute = c.reason() == null || c.reason().isBlank();
    String reason = mute ? "it could not be rendered" : DeliveryRules.cut(c.reason(), MAX_FAILURE);
    return Decision.accepted(a.id(), new Fact.AlertRenderingFailed(a.id(), a.version(), reason));
  }

  /** What the clock brings about. */
  static Decision tick(State s, Instant now) {
    List<Fact> facts =
        s.released()
            .filter(a -> !a.draft().expires().isAfter(now))
            .<Fact>map(a -> new Fact.AlertExpired(a.id()))
            .toList();
    return new Decision.Accepted(facts, "clock");
  }
}
