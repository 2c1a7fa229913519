package org.currawong.hub.node;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.currawong.broker.ArtefactStore;
import org.currawong.broker.DeliverySink;
import org.currawong.broker.DeskConfig;
import org.currawong.broker.HubClock;
import org.currawong.broker.OrderDesk;
import org.currawong.broker.OrderRoutes;
import org.currawong.broker.Party;
import org.currawong.broker.QueueWriter;
import org.currawong.broker.ReleaseKey;
import org.currawong.broker.WayOut;
import org.currawong.channels.cap.CapSpool;
import org.currawong.channels.print.PrintSpool;
import org.currawong.channels.sms.SmsSpool;
import org.currawong.domain.Board;
import org.currawong.domain.Realm;
import org.currawong.radio.Playout;
import org.currawong.radio.icecast.IcecastWay;
import org.currawong.routes.HubIdentity;

/** A desk before every way out in every realm, with its routes. */
final class WaysOut implements AutoCloseable {

  private static final Set<String> RADIO = Set.of("radio", IcecastWay.WAY);

  private final List<OrderDesk> all = new ArrayList<>();
  private final Closing desks = new Closing();

  private WaysOut() {}

  /** Which party serves which way out. */
  static Map<String, Party> parties(List<String> ways) {
    Map<String, Party> parties = new LinkedHashMap<>();
    ways.forEach(way -> parties.put(way, RADIO.contains(way) ? Party.RADIO : Party.CHANNELS));
    return parties;
  }

  /** Opens each desk's ledger and adds its routes; orders come once Camel starts. */
  static WaysOut launch(
      HubPlan plan,
      HubIdentity hub,
      HubSecrets keys,
      ArtefactStore store,
      Messaging messaging,
      IcecastPart icecast,
      SmsPart sms,
      Board board)
      throws Exception {
    WaysOut all = new WaysOut();
    HubClock clock = new HubClock(plan.clock(), System::nanoTime);
    Map<Realm, ReleaseKey> releaseKeys = new EnumMap<>(Realm.class);
    for (Realm realm : plan.realms()) {
      releaseKeys.put(realm, new ReleaseKey(keys.release(realm)));
    }
    for (Map.Entry<String, Party> way : parties(plan.ways()).entrySet()) {
      QueueWriter writer = all.desks.add(QueueWriter.of(messaging.broker(), way.getValue()));
      DeliverySink sink = DeliverySink.queue(writer, messaging.table(), messaging.codec());
      for (Realm realm : plan.realms()) {
        DeskConfig config =
            new DeskConfig(
                realm,
                hub.hub(),
                hub.epoch(),
                releaseKeys.get(realm),
                way.getKey(),
                plan.data().resolve("ledger"));
        WayOut files = files(way.getKey(), plan.spool(realm, way.getKey()));
        WayOut out =
            switch (way.getKey()) {
              case IcecastWay.WAY -> icecast.wayOut(realm, clock, board).orElse(files);
              case SmsPart.WAY -> sms.wayOut(realm).orElse(files);
              default -> files;
            };
        OrderDesk desk = all.desks.add(OrderDesk.launch(config, out, store, sink, clock));
        all.all.add(desk);
        messaging
            .camel()
            .addRoutes(
                new OrderRoutes(
                    messaging.queues(way.getValue()),
                    messaging.table(),
                    messaging.codec(),
                    config,
                    desk));
      }
    }
    return all;
  }

  private static WayOut files(String way, Path folder) {
    return switch (way) {
      case "radio", IcecastWay.WAY -> new Playout(folder);
      case "print" -> new PrintSpool(folder);
      case "sms" -> new SmsSpool(folder);
      case "cap" -> new CapSpool(folder);
      default -> throw new IllegalArgumentException("no way out is called " + way);
    };
  }

  /** Begins nothing more, so that what takes minutes may be cut short; before {@link #close}. */
  void leave() {
    all.forEach(OrderDesk::leave);
  }

  @Override
  public void close() {
    desks.close();
  }
}
