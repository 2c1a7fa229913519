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
 * @param document the release document once rendered, else {@code null}; {@code manifest} its hash
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
    String document,
    String manifest,
    CapMessage cap,
    List<ReleaseDocument.WayOut> ways,
    List<ArtefactRef> artefacts,
    List<ArtefactRef> corrections,
    List<Unavailable> unavailable,
    ArtefactRef recipients,
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
    ways = List.copyOf(ways);
    artefacts = List.copyOf(artefacts);
    corrections = List.copyOf(corrections);
    unavailable = List.copyOf(unavailable);
    approvals = List.copyOf(approvals);
  }

  /** True once every artefact of the version at hand is rendered. */
  public boolean rendered() {
    return manifest != null;
  }

  /** What was rendered under this name, of the alert, its corrections or its withdrawals. */
  public Optional<ArtefactRef> artefact(String name) {
    Stream<ArtefactRef> own = Stream.concat(artefacts.stream(), corrections.stream());
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
    return Stream.concat(Stream.of(cap), cancels).filter(Objects::nonNull).toList();
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
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
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
        document,
        manifest,
        cap,
        ways,
        artefacts,
        corrections,
        unavailable,
        recipients,
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
        document,
        manifest,
        cap,
        ways,
        artefacts,
        corrections,
        unavailable,
        recipients,
        approvals,
        reason,
        realm,
        releasedAt,
        asked,
        withdrawal);
  }

  /** With everything of this version rendered. */
  public Alert rendered(
      String itsDocument,
      String itsManifest,
      CapMessage message,
      List<ReleaseDocument.WayOut> sending,
      List<ArtefactRef> alerting,
      List<ArtefactRef> correcting,
      List<Unavailable> missing,
      ArtefactRef recipientList) {
    return new Alert(
        id,
        n,
        state,
        version,
        draft,
        drafters,
        changedAt,
        itsDocument,
        itsManifest,
        message,
        sending,
        alerting,
        correcting,
        missing,
        recipientList,
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
        document,
        manifest,
        cap,
        ways,
        artefacts,
        corrections,
        unavailable,
        recipients,
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
        document,
        manifest,
        cap,
        ways,
        artefacts,
        corrections,
        unavailable,
        recipients,
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
        document,
        manifest,
        cap,
        ways,
        artefacts,
        corrections,
        unavailable,
        recipients,
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
        document,
        manifest,
        cap,
        ways,
        artefacts,
        corrections,
        unavailable,
        recipients,
        approvals,
        rejection,
        realm,
        releasedAt,
        asked,
        w);
  }
}
