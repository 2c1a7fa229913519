package org.currawong.hub.doctor;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.currawong.domain.power.HoursToDark;
import org.currawong.domain.power.PowerJudgement;
import org.currawong.domain.power.PowerLimits;
import org.currawong.domain.power.PowerPolicy;
import org.currawong.domain.power.Rung;
import org.currawong.domain.power.UpsReading;
import org.currawong.hardware.ups.UpsdAddress;
import org.currawong.hardware.ups.UpsdClient;
import org.currawong.hub.settings.Settings;

/** The UPS: that upsd answers, knows it by the name in the settings, and what it says. */
final class Power {

  private static final String ABOUT = "UPS";

  private Power() {}

  static Finding look(Settings.Ups ups, Settings.Power limits, Instant now) {
    return ups.address()
        .map(address -> look(address, ups.name(), limits, now))
        .orElse(Finding.ok(ABOUT, "not watched: the hub takes the power for mains"));
  }

  private static Finding look(String address, String name, Settings.Power limits, Instant now) {
    try (UpsdClient upsd = new UpsdClient(UpsdAddress.of(address))) {
      Set<String> known = upsd.devices().keySet();
      if (!known.contains(name)) {
        String others = known.isEmpty() ? "none at all" : "but " + String.join(", ", known);
        return Finding.fail(
            ABOUT, "upsd knows no " + name + ", " + others, "mend ups.nut.name, or ups.conf");
      }
      return said(name, UpsReading.of(upsd.variables(name), now), limits, now);
    } catch (UpsdClient.Refused refused) {
      return Finding.fail(
          ABOUT,
          name + ": " + refused.getMessage(),
          "look at the UPS's cable and its driver (upsdrvctl start)");
    } catch (IOException silent) {
      return Finding.fail(ABOUT, silent.getMessage(), "start upsd, or mend ups.nut.address");
    }
  }

  private static Finding said(String name, UpsReading r, Settings.Power limits, Instant now) {
    PowerLimits low = new PowerLimits(limits.lowCharge(), limits.lowRuntime());
    PowerJudgement j = new PowerPolicy(low).judge(null, r, now);
    StringBuilder says = new StringBuilder(name + " says " + String.join(" ", r.words()));
    if (r.charge() != null) {
      says.append(", ").append(Math.round(r.charge())).append(" % charged");
    }
    if (r.runtime() != null) {
      Duration left = Duration.ofSeconds(r.runtime().longValue());
      says.append(", good for ").append(HoursToDark.words(left));
    }
    says.append(": ").append(String.join(", ", j.reasons()));
    j.concerns().forEach(c -> says.append(", ").append(c));
    if (j.fine()) {
      return Finding.ok(ABOUT, says.toString());
    }
    return Finding.warn(
        ABOUT,
        says.toString(),
        j.rung() == Rung.MAINS ? "see what it complains of" : "the hub will spare power");
  }
}
