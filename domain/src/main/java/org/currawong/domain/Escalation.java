package org.currawong.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.AlertLevel;
import org.currawong.domain.alert.AlertState;
import org.currawong.domain.alert.CapUrgency;
import org.currawong.domain.report.Report;
import org.currawong.domain.report.Urgency;

/**
 * An urgent draft that nobody approves is told to more and more people (SAFETY.md, section 1: Maui
 * 2023, nobody acted).
 */
public final class Escalation {

  /** After these without a yes or no the next people are told (SAFETY.md, section 1). */
  private static final List<Duration> STEPS =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(3), Duration.ofMinutes(5));

  private Escalation() {}

  /** True for a level of Emergency Warning, an immediate urgency, or a life in danger behind it. */
  public static boolean urgent(State s, Alert a) {
    return a.draft().level() == AlertLevel.EMERGENCY_WARNING
        || a.draft().capUrgency() == CapUrgency.IMMEDIATE
        || a.draft().sources().values().stream()
            .filter(Objects::nonNull)
            .flatMap(List::stream)
            .filter(Objects::nonNull)
            .flatMap(List::stream)
            .map(s::report)
            .anyMatch(Escalation::life);
  }

  private static boolean life(Report r) {
    return r != null && r.urgency() == Urgency.LIFE_SAFETY;
  }

  /**
   * How far an urgent draft has climbed.
   *
   * @return -1 where it waits for nobody; 0 before the first step, then 1, 2, 3. The first of two
   *     approvals begins the waiting for the second anew.
   */
  public static int step(State s, Alert a, Instant now) {
    boolean waits = a.state() == AlertState.SUBMITTED || a.state() == AlertState.APPROVED;
    if (!waits || !urgent(s, a)) {
      return -1;
    }
    return (int) STEPS.stream().filter(d -> !now.isBefore(a.changedAt().plus(d))).count();
  }

  /** Who is told at this step: those who can approve, then administrators, then everybody. */
  public static Set<Role> told(int step) {
    return switch (step) {
      case -1 -> Set.of();
      case 0, 1 -> Set.of(Role.COORDINATOR, Role.RADIO);
      case 2 -> Set.of(Role.COORDINATOR, Role.RADIO, Role.ADMIN);
      default -> Set.of(Role.values());
    };
  }
}
