package org.currawong.hub.node;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.currawong.console.Carrier;
import org.currawong.console.Console;
import org.currawong.console.ConsoleParts;
import org.currawong.console.ConsoleSettings;
import org.currawong.console.Power;
import org.currawong.console.Receipts;
import org.currawong.domain.Intake;
import org.currawong.domain.Role;
import org.currawong.domain.Rules;
import org.currawong.domain.State;
import org.currawong.domain.delivery.CarrierState;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.hub.settings.Settings;
import org.currawong.incidentlog.Core;
import org.currawong.radio.icecast.IcecastWay;
import org.currawong.routes.HubIdentity;

/** The web as a part of this hub: its commands go by the page of routes like everything else. */
record ConsolePart(
    HubPlan plan,
    HubIdentity hub,
    Core core,
    Intake intake,
    Announcer announcer,
    Shelf shelf,
    LogBook book,
    Rules.TextLimits limits,
    Receipts receipts,
    Map<String, Supplier<CarrierState>> carriers) {

  /** No way of messages, but something that can be away as well. */
  static final String MODEL = "model";

  private static final Map<String, String> WORDS =
      Map.of(
          "cap",
          "by CAP",
          IcecastWay.WAY,
          "by internet radio",
          "print",
          "on paper",
          "radio",
          "by radio",
          "sms",
          "by SMS");

  /**
   * Opens the pages.
   *
   * @param notes told what a person should know about this start
   */
  Console launch(Messaging messaging, Power power, Consumer<String> notes) throws IOException {
    ConsoleParts parts =
        new ConsoleParts(
            intake,
            core::read,
            announcer,
            shelf,
            book,
            new AlertFeeds(hub, core::read, PhraseBank.shipped(), plan.clock()),
            limits,
            receipts,
            plan.map(),
            () -> carriers(messaging),
            power,
            () -> core.healthy() && messaging.broker().up(),
            plan.clock(),
            new SecureRandom());
    ConsoleSettings settings = settings();
    boolean alone = !settings.loopbackOnly() && !core.read(ConsolePart::hasAdministrator);
    if (alone) {
      notes.accept(
          "this hub has no administrator yet, so only this machine reaches it: web.host is "
              + settings.host()
              + " from the next start after it is set up");
    }
    return Console.launch(parts, alone ? settings.onLoopback() : settings);
  }

  private static boolean hasAdministrator(State s) {
    return s.accounts().stream().anyMatch(a -> !a.disabled() && a.roles().contains(Role.ADMIN));
  }

  private List<Carrier> carriers(Messaging messaging) {
    Map<String, Long> depths = messaging.broker().depths();
    List<Carrier> all = new ArrayList<>();
    all.add(new Carrier("web", "by the web", "up", ""));
    for (String way : plan.ways()) {
      long dead =
          plan.realms().stream()
              .map(realm -> messaging.table().orders(realm.word(), way).dead())
              .mapToLong(name -> depths.getOrDefault(name, 0L))
              .sum();
      CarrierState own = carriers.getOrDefault(way, () -> CarrierState.UP).get();
      CarrierState desk =
          dead == 0 ? own : own.and(CarrierState.degraded(dead + " orders could not be read"));
      all.add(new Carrier(way, WORDS.get(way), desk.level().word(), desk.reason()));
    }
    CarrierState model = carriers.get(MODEL).get();
    all.add(new Carrier(MODEL, "advice by a model", model.level().word(), model.reason()));
    return all;
  }

  private ConsoleSettings settings() {
    Settings.Web web = plan.settings().web();
    Optional<ConsoleSettings.Tls> tls =
        web.tls().map(t -> new ConsoleSettings.Tls(t.port(), t.certificate(), t.key()));
    return new ConsoleSettings(
        web.host(),
        web.port(),
        tls.orElse(null),
        hub.publicUrl(),
        hub.name(),
        hub.zone(),
        plan.settings().hub().languages(),
        plan.ways(),
        hub.demonstration(),
        plan.settings().limits().perSenderPerMinute(),
        plan.reportsInAll());
  }
}
