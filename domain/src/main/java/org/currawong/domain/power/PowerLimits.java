package org.currawong.domain.power;

import java.time.Duration;

/**
 * Below what a battery counts as low; the operator's own, for a UPS's are often odd (SAFETY.md,
 * section 1).
 *
 * @param charge percent, 0 to 100 (setting {@code power.low.charge})
 * @param runtime as the UPS estimates it (setting {@code power.low.runtime})
 */
public record PowerLimits(double charge, Duration runtime) {

  public PowerLimits {
    if (!(charge >= 0 && charge <= 100) || runtime.isNegative()) {
      throw new IllegalArgumentException("the charge is 0 to 100 percent, the runtime 0 or more");
    }
  }
}
