package org.currawong.hub.node;

import java.util.Optional;
import org.currawong.broker.HubClock;
import org.currawong.broker.WayOut;
import org.currawong.domain.Board;
import org.currawong.domain.Realm;
import org.currawong.domain.State;
import org.currawong.domain.alert.AlertText;
import org.currawong.domain.alert.ArtefactName;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.delivery.CarrierState;
import org.currawong.domain.delivery.Order;
import org.currawong.radio.icecast.IcecastStream;
import org.currawong.radio.icecast.IcecastWay;

/**
 * The live stream, where settings name a server and this is no demonstration. Only orders of the
 * live realm are ever handed to it: an exercise's recordings are files, as on every other way.
 */
final class IcecastPart implements AutoCloseable {

  private final HubPlan plan;
  private final Optional<IcecastStream> stream;

  private IcecastPart(HubPlan plan, Optional<IcecastStream> stream) {
    this.plan = plan;
    this.stream = stream;
  }

  /** Begins to connect where the plan has this way out. */
  static IcecastPart launch(HubPlan plan) {
    return new IcecastPart(
        plan,
        plan.ways().contains(IcecastWay.WAY)
            ? Optional.of(
                IcecastStream.launch(plan.settings().stream().orElseThrow(), System::nanoTime))
            : Optional.empty());
  }

  /** The stream as a way out; empty in every realm but the live one. */
  Optional<WayOut> wayOut(Realm realm, HubClock clock, Board board) {
    return realm == Realm.LIVE
        ? stream.map(
            s ->
                new IcecastWay(
                    s,
                    plan.spool(realm, IcecastWay.WAY),
                    clock,
                    order -> board.read(state -> title(state, order))))
        : Optional.empty();
  }

  /** What players show: the headline that was approved, and before it whether it still stands. */
  private static String title(State state, Order order) {
    Draft draft = state.alert(order.alert()).draft();
    AlertText text = draft.text(order.language());
    String headline = text == null ? draft.headline() : text.headline();
    return switch (ArtefactName.of(order.artefact()).wording()) {
      case ALERT -> headline;
      case REPLACED -> "Replaced: " + headline;
      case WITHDRAWN, ERROR -> "Withdrawn: " + headline;
    };
  }

  /** How the stream is; all is well with what isn't there. */
  CarrierState state() {
    return stream.map(IcecastStream::state).orElse(CarrierState.UP);
  }

  @Override
  public void close() {
    stream.ifPresent(IcecastStream::close);
  }
}
