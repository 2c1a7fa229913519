package org.currawong.console.pages;

import java.util.List;
import java.util.Locale;
import org.currawong.console.Power;
import org.currawong.domain.power.HoursToDark;
import org.currawong.domain.power.PowerSight;
import org.currawong.domain.power.Rung;

/** The power, always in view on every page of staff: words and a shape, never colour alone. */
final class PowerLine {

  private final Power power;

  PowerLine(Power power) {
    this.power = power;
  }

  Html line() {
    PowerSight p = power.sight().get();
    // On battery the page renews itself half as often; its script looks for the mark.
    boolean sparing = power.watch().at(Rung.BATTERY);
    return Html.of(
        "<div id=\"power\" role=\"status\" class=\"power\" data-live=\"Power\"><p class=\"{}\"{}>"
            + "<strong>Power: {}</strong>{}</p></div>",
        mood(p),
        Html.of(" data-sparing").when(sparing),
        p.words(),
        details(p));
  }

  private static String mood(PowerSight p) {
    return p.watched() ? p.rung().word().toLowerCase(Locale.ROOT) : "unwatched";
  }

  private static Html details(PowerSight p) {
    Html all = Html.NONE;
    if (p.last() != null && p.last().charge() != null) {
      all = all.and(Html.of(" · {} % charged", Math.round(p.last().charge())));
    }
    if (p.dark().left().isPresent()) {
      String left = HoursToDark.words(p.dark().left().get());
      all =
          p.rung() == Rung.MAINS
              ? all.and(Html.of(" · would last {}", left))
              : all.and(Html.of(" · dark in {}, {}", left, p.dark().trend().words()));
    }
    if (p.fault() != null) {
      all = all.and(Html.of(" · the UPS is not heard{}", age(p)));
    }
    List<String> concerns = p.judgement() == null ? List.of() : p.judgement().concerns();
    return concerns.isEmpty() ? all : all.and(Html.of(" · {}", String.join(", ", concerns)));
  }

  private static String age(PowerSight p) {
    return p.last() == null ? "" : ", last " + p.age().toSeconds() + " s ago";
  }
}
