package org.currawong.routes;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.currawong.broker.StopNotice;
import org.currawong.domain.Board;
import org.currawong.domain.WithdrawalRules;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.ArtefactName;
import org.currawong.domain.alert.ArtefactRef;
import org.currawong.domain.alert.SignedRelease;
import org.currawong.domain.alert.SignedRelease.Signatory;
import org.currawong.domain.delivery.Order;
import org.currawong.domain.delivery.OrderPlan;
import org.currawong.domain.delivery.Recipient;

/** Turns a planned order into a signed one, with its recipients. */
public final class OrderMaker {

  private final HubIdentity hub;
  private final Papers papers;
  private final Board board;
  private final Clock clock;
  private final Signatures signatures;

  public OrderMaker(HubIdentity hub, Papers papers, Board board, Clock clock) {
    this.hub = hub;
    this.papers = papers;
    this.board = board;
    this.clock = clock;
    this.signatures = new Signatures(papers);
  }

  /**
   * The order; empty where its alert has moved on or its list of recipients is gone, which the log
   * then shows as never attempted.
   */
  public Optional<Order> make(OrderPlan p) throws IOException {
    Alert a = board.read(s -> s.alert(p.alert()));
    Optional<ArtefactRef> ref = a.artefact(p.artefact());
    if (ref.isEmpty()) {
      return Optional.empty();
    }
    Optional<byte[]> list = papers.bytes(a.recipients());
    if (list.isEmpty()) {
      return Optional.empty();
    }
    ArtefactName name = ArtefactName.of(p.artefact());
    List<Recipient> named = RecipientList.parse(list.get()).of(p.way());
    SignedRelease release = release(a);
    return Optional.of(
        new Order(
            p.id(),
            a.id(),
            p.realm(),
            hub.hub(),
            hub.epoch(),
            p.way(),
            p.correction(),
            p.artefact(),
            ref.get().type(),
            name.language(),
            // A way out beside the core takes the bytes from its artefacts, by their hash.
            null,
            p.repeats(),
            p.notBefore(),
            p.expires(),
            p.correction() ? withdrawal(a) : release,
            p.correction() ? release : null,
            named,
            p.recipients().isEmpty() ? readers(a, name, named) : among(named, p.recipients()),
            clock.instant()));
  }

  private static List<Recipient> among(List<Recipient> named, List<String> ids) {
    return named.stream().filter(r -> ids.contains(r.id())).toList();
  }

  /** Those who read its language; whoever reads none of the languages gets the first one. */
  private static List<Recipient> readers(Alert a, ArtefactName name, List<Recipient> named) {
    if (name.language() == null) {
      return named;
    }
    String first = a.draft().firstLanguage();
    return named.stream()
        .filter(
            r ->
                r.language() == null
                    || name.language().equals(hasOwn(a, name, r) ? r.language() : first))
        .toList();
  }

  private static boolean hasOwn(Alert a, ArtefactName name, Recipient r) {
    String mine =
        name.base().replaceFirst("\\." + name.language() + "\\.", "." + r.language() + ".");
    return a.artefacts().stream().anyMatch(x -> x.name().equals(mine));
  }

  private SignedRelease release(Alert a) {
    List<Signatory> by =
        a.approvals().stream().map(x -> new Signatory(x.by(), x.n(), x.hash())).toList();
    return signed(a, a.document(), by);
  }

  private SignedRelease withdrawal(Alert a) {
    Alert.Withdrawal w = a.withdrawal();
    return signed(a, w.document(), withdrawers(w));
  }

  /** One person, or for an error or a replacement two, as OrderDesk demands. */
  private static List<Signatory> withdrawers(Alert.Withdrawal w) {
    Signatory first = new Signatory(w.by(), w.n(), w.hash());
    return w.seconder() == null
        ? List.of(first)
        : List.of(first, new Signatory(w.seconder(), w.n(), w.hash()));
  }

  /** The signed word that nothing more of a withdrawn alert may leave. */
  SignedRelease stop(Alert a) {
    Alert.Withdrawal w = a.withdrawal();
    String document =
        StopNotice.document(
            a.realm(),
            hub.hub(),
            hub.epoch(),
            a.manifest(),
            w.at(),
            a.draft().expires().plus(WithdrawalRules.AFTER_END));
    return signed(a, document, List.of(new Signatory(w.by(), w.n(), w.hash())));
  }

  private SignedRelease signed(Alert a, String document, List<Signatory> by) {
    return signatures.of(a.realm(), document, by);
  }
}
