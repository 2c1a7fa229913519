package org.currawong.domain.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.currawong.domain.report.Category;
import org.currawong.domain.report.Placed;
import org.currawong.domain.report.Report;
import org.currawong.domain.report.Urgency;

/**
 * Where a report belongs: an incident that is open, one of its own, or aside with a reason. One
 * report is enough for an incident; whatever touches a life is always in one.
 */
public final class Filing {

  /** Reports of one matter this near each other are taken together, kilometres. */
  static final double SAME_PLACE_KM = 1.5;

  /** An incident without news for this long takes no report in by itself. */
  static final Duration STILL_GOING = Duration.ofHours(12);

  private static final int MAX_TITLE = 80;

  private Filing() {}

  /** What is proposed. {@code why} and {@code reason} are fixed words without personal detail. */
  public sealed interface Proposal {}

  public record Into(String incident, String why) implements Proposal {}

  public record Opens(String title, String why) implements Proposal {}

  public record Aside(String reason) implements Proposal {}

  /**
   * Files one report.
   *
   * @param copied the report that it is a near-copy of, or {@code null}
   */
  public static Proposal propose(
      Report r, Report copied, Collection<Incident> incidents, Instant now) {
    List<Incident> open = incidents.stream().filter(i -> open(i, now)).toList();
    boolean copy = copied != null && copied.incident() != null && !copied.id().equals(r.id());
    // Never into what is closed or long quiet: there nobody would see it.
    if (copy && open.stream().anyMatch(i -> i.id().equals(copied.incident()))) {
      return new Into(copied.incident(), "says nearly the same as an earlier report");
    }
    Optional<Incident> near =
        open.stream()
            .filter(i -> i.category() == category(r) && samePlace(i, r))
            .max(Comparator.comparing(Incident::lastAt));
    if (near.isPresent()) {
      return new Into(near.get().id(), "same matter, same place, still going on");
    }
    if (r.urgency() == Urgency.LIFE_SAFETY || r.urgency() == Urgency.URGENT) {
      return new Opens(title(r), "first report of it");
    }
    if (category(r) == Category.QUESTION) {
      return new Aside("a question: answer it; it tells of no incident");
    }
    if (category(r) == Category.OFFER_OF_HELP) {
      return new Aside("an offer of help: keep it for when it is needed");
    }
    if (r.urgency() == Urgency.NONE || category(r) == Category.OTHER) {
      return new Aside("names no hazard and asks for nothing that the rules know");
    }
    return new Opens(title(r), "first report of it");
  }

  /**
   * A reply without a place of its own belongs where its sender's earlier report is: "yes, two of
   * them" says nothing alone. A life in danger is never put away so.
   *
   * @param incident of the earlier report, or {@code null}
   * @param proposed what would be done with the report alone
   */
  public static Proposal inThread(Report r, String incident, Proposal proposed) {
    boolean alone =
        proposed instanceof Aside
            || proposed instanceof Opens && r.place() == null && r.urgency() != Urgency.LIFE_SAFETY;
    return incident != null && alone
        ? new Into(incident, "from the sender of an earlier report in it")
        : proposed;
  }

  private static Category category(Report r) {
    return r.category() == null ? Category.OTHER : r.category();
  }

  private static boolean open(Incident i, Instant now) {
    return i.status() != IncidentStatus.CLOSED
        && Duration.between(i.lastAt(), now).compareTo(STILL_GOING) < 0;
  }

  private static boolean samePlace(Incident i, Report r) {
    Placed there = i.about().open().map(Incident.About::place).orElse(null);
    Placed here = r.place();
    if (there == null || here == null) {
      // Hundreds of unplaced incidents help nobody; but a life in danger is never one of a heap.
      return there == null
          && here == null
          && r.urgency() != Urgency.LIFE_SAFETY
          && i.urgency() != Urgency.LIFE_SAFETY;
    }
    if (there.located() && here.located()) {
      return there.kilometresTo(here) <= SAME_PLACE_KM;
    }
    return there.name() != null && there.name().equalsIgnoreCase(here.name());
  }

  private static String title(Report r) {
    String what = category(r).word().replace('-', ' ');
    String name = r.place() == null || r.place().name() == null ? "" : r.place().name().strip();
    String first = what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1);
    String title = name.isEmpty() ? first + ", place not known" : first + ": " + name;
    return title.length() <= MAX_TITLE ? title : title.substring(0, MAX_TITLE - 1) + "…";
  }
}
