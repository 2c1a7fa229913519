package org.currawong.domain.alert;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.currawong.domain.Realm;

/**
 * An alert as the board knows it, derived from the log.
 *
 * @param version of the draft, from 1; the etag
 * @param drafters everyone who edited this alert
 * @param rendering of this version, or {@link Rendered#NONE}
 * @param rejection the reason of the last rejection or rendering failure, or {@code null}
 * @param realm once released, else {@code null}
 * @param withdrawal once withdrawn, else {@code null}
 */
public record Alert(
    String id,
    long n,
    AlertState state,
    int version,
    Draft draft,
    Set<String> drafters,
    Instant changedAt,
    Rendered rendering,
    List<Approval> approvals,
    String rejection,
    Realm realm,
    Instant releasedAt,
    WithdrawalAsk asked,
    Withdrawal withdrawal) {

  /** An asked-for withdrawal that waits for a second person. */
  public record WithdrawalAsk(WithdrawalKind kind, String by, Instant at, String reason) {}

  /**
   * A withdrawal.
   *
   * @param n log number, {@code hash} chain hash of the {@code AlertWithdrawn}
   * @param document {@code null} until the Cancel is made
   * @param previous what one person had said before two explained it, or {@code null}
   */
  public record Withdrawal(
      WithdrawalKind kind,
      String by,
      String seconder,
      Instant at,
      long n,
      String hash,
      String document,
      CapMessage cancel,
      List<ArtefactRef> artefacts,
      Withdrawal previous) {

    public Withdrawal {
      artefacts = List.copyOf(artefacts);
    }
  }

  public Alert {
    drafters = Set.copyOf(drafters);
    approvals = List.copyOf(approvals);
  }

  /** A first draft. */
  public static Alert drafted(String id, long n, int version, Draft draft, String by, Instant at) {
    return new Alert(
        id,
        n,
        AlertState.DRAFT,
        version,
        draft,
        Set.of(by),
        at,
        Rendered.NONE,
        List.of(),
        null,
        null,
        null,
        null,
        null);
  }

  /** True once every artefact of the version at hand is rendered. */
  public boolean rendered() {
    return manifest() != null;
  }

  /** See {@link Rendered}; so the ones below. */
  public String document() {
    return rendering.document();
  }

  public String manifest() {
    return rendering.manifest();
  }

  public CapMessage cap() {
    return rendering.cap();
  }

  public List<ReleaseDocument.WayOut> ways() {
    return rendering.ways();
  }

  public List<ArtefactRef> artefacts() {
    return rendering.artefacts();
  }

  public List<ArtefactRef> corrections() {
    return rendering.corrections();
  }

  public List<Unavailable> unavailable() {
    return rendering.unavailable();
  }

  public ArtefactRef recipients() {
    return rendering.recipients();
  }

  /** What was rendered under this name, of the alert, its corrections or its withdrawals. */
  public Optional<ArtefactRef> artefact(String name) {
    Stream<ArtefactRef> own = Stream.concat(artefacts().stream(), corrections().stream());
    Stream<ArtefactRef> taken = withdrawals().stream().flatMap(w -> w.artefacts().stream());
    return Stream.concat(own, taken).filter(r -> r.name().equals(name)).findFirst();
  }

  /** True for a released one whose time has come: nothing of it is shown or sent before. */
  public boolean begun(Instant now) {
    return releasedAt != null && (draft.effective() == null || !draft.effective().isAfter(now));
  }

  /** Each step of taking it back, the first one first; empty where it stands. */
  public List<Withdrawal> withdrawals() {
    return Stream.iterate(withdrawal, Objects::nonNull, Withdrawal::previous).toList().reversed();
  }

  /** Every CAP message of it that is rendered: the alert's own, and each Cancel. */
  public List<CapMessage> messages() {
    Stream<CapMessage> cancels = withdrawals().stream().map(Withdrawal::cancel);
    return Stream.concat(Stream.of(cap()), cancels).filter(Objects::nonNull).toList();
  }

  /** After an edit: a draft again, with nothing rendered and nothing approved. */
  public Alert rewritten(int v, Draft d, Set<String> by, Instant at) {
    return new Alert(
        id,
        n,
        AlertState.DRAFT,
        v,
        d,
        by,
        at,
        Rendered.NONE,
        List.of(),
        rejection,
        realm,
        releasedAt,
        null,
        withdrawal);
  }

  /** Back to draft for a reason; the words stand, the rendering and the approvals don't. */
  public Alert backToDraft(String reason, Instant at) {
    Alert a = rewritten(version, draft, drafters, at);
    return a.withRejection(reason);
  }

  public Alert inState(AlertState s, Instant at) {
    return new Alert(
        id,
        n,
        s,
        version,
        draft,
        drafters,
        at,
        rendering,
        approvals,
        rejection,
        realm,
        releasedAt,
        asked,
        withdrawal);
  }

  public Alert withoutRejection() {
    return withRejection(null);
  }

  private Alert withRejection(String reason) {
    return new Alert(
        id,
        n,
        state,
        version,
        draft,
        drafters,
        changedAt,
        rendering,
        approvals,
        reason,
        realm,
        releasedAt,
        asked,
        withdrawal);
  }

  /** With everything of this version rendered. */
  public Alert rendered(Rendered all) {
    return new Alert(
        id,
        n,
        state,
        version,
        draft,
        drafters,
        changedAt,
        all,
        approvals,
        rejection,
        realm,
        releasedAt,
        asked,
        withdrawal);
  }

  public Alert withApprovals(List<Approval> all) {
    return new Alert(
        id,
        n,
        state,
        version,
        draft,
        drafters,
        changedAt,
        rendering,
        all,
        rejection,
        realm,
        releasedAt,
        asked,
        withdrawal);
  }

  public Alert releasedAs(Realm as, Instant at) {
    return new Alert(
        id,
        n,
        AlertState.RELEASED,
        version,
        draft,
        drafters,
        at,
        rendering,
        approvals,
        rejection,
        as,
        at,
        asked,
        withdrawal);
  }

  public Alert withAsked(WithdrawalAsk ask) {
    return new Alert(
        id,
        n,
        state,
        version,
        draft,
        drafters,
        changedAt,
        rendering,
        approvals,
        rejection,
        realm,
        releasedAt,
        ask,
        withdrawal);
  }

  public Alert withWithdrawal(Withdrawal w) {
    return new Alert(
        id,
        n,
        state,
        version,
        draft,
        drafters,
        changedAt,
        rendering,
        approvals,
        rejection,
        realm,
        releasedAt,
        asked,
        w);
  }
}
