package org.currawong.console.pages;

import java.util.Locale;
import java.util.Map;
import org.currawong.domain.Role;
import org.currawong.domain.alert.AlertLevel;
import org.currawong.domain.alert.AlertState;
import org.currawong.domain.alert.Hazard;
import org.currawong.domain.alert.WithdrawalKind;
import org.currawong.domain.delivery.DeliveryState;
import org.currawong.domain.report.Duty;
import org.currawong.domain.report.ReportStatus;
import org.currawong.domain.report.Urgency;
import org.currawong.domain.report.Via;

/** What things are called on screens (SAFETY.md, section 5). */
final class Labels {

  private static final Map<String, String> WAYS =
      Map.ofEntries(
          Map.entry("radio", "by radio"),
          Map.entry("print", "on paper"),
          Map.entry("cap", "in the CAP feed"),
          Map.entry("sms", "by SMS"),
          Map.entry("mesh", "by mesh radio"),
          Map.entry("rds", "on radio displays"),
          Map.entry("icecast", "by internet radio"));

  private Labels() {}

  static String of(Urgency u) {
    return switch (u) {
      case null -> "Not judged yet";
      case LIFE_SAFETY -> "Life in danger";
      case URGENT -> "Urgent";
      case ORDINARY -> "Ordinary";
      case NONE -> "No action";
    };
  }

  static String of(ReportStatus s) {
    return switch (s) {
      case RECEIVED -> "Not handled yet";
      case CHECKING -> "Being checked";
      case ANSWERED -> "Answered";
      case HANDED_OVER -> "Handed over";
      case SAFE -> "Safe";
      case CLOSED -> "Closed";
    };
  }

  static String of(Via v) {
    return switch (v) {
      case WEB -> "by web form";
      case API -> "by a script";
      case IMPORT -> "from a list";
      case PHONE -> "by telephone";
      case COUNTER -> "at the counter";
      case TWO_WAY -> "by two-way radio";
      case CREW -> "from a crew";
      case SOCIAL -> "from social media";
      case SMS -> "by SMS";
      case MESH -> "by mesh radio";
      case CHAT -> "by chat";
    };
  }

  static String of(Duty d) {
    return switch (d) {
      case LANGUAGE -> "Language";
      case URGENCY -> "Urgency";
      case CATEGORY -> "About";
      case PLACE -> "Place";
      case SUMMARY -> "In short";
      case TRANSLATION -> "Translation";
      case NEAR_COPY -> "Copy of";
    };
  }

  static String of(AlertState s) {
    return switch (s) {
      case DRAFT -> "Draft";
      case SUBMITTED -> "Waiting for two approvals";
      case APPROVED -> "Waiting for the second approval";
      case RELEASED -> "Released";
      case EXPIRED -> "Ended";
      case WITHDRAWN -> "Withdrawn";
    };
  }

  static String of(AlertLevel l) {
    return switch (l) {
      case null -> "No level yet";
      case ADVICE -> "Advice";
      case WATCH_AND_ACT -> "Watch and Act";
      case EMERGENCY_WARNING -> "Emergency Warning";
      case COMMUNITY_INFORMATION -> "Community information";
    };
  }

  static String of(WithdrawalKind k) {
    return switch (k) {
      case WITHDRAWN -> "Withdrawn, being checked";
      case ERROR -> "Sent by mistake";
      case REPLACED -> "Replaced by another";
    };
  }

  static String of(DeliveryState s) {
    return switch (s) {
      case QUEUED -> "waiting";
      case ATTEMPTED -> "on its way";
      case SENT -> "sent";
      case DELIVERED -> "delivered";
      case ACKNOWLEDGED -> "acknowledged";
      case HEARD -> "heard";
      case FAILED -> "failed";
      case WITHDRAWN -> "taken back";
      case NO_RECIPIENTS -> "nobody listed";
    };
  }

  static String of(Hazard h) {
    return h == null ? "" : sentence(h.word());
  }

  static String of(Role r) {
    return sentence(r.word());
  }

  /** {@code missing-person} as {@code Missing person}. */
  static String sentence(String word) {
    String words = word.replace('-', ' ');
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  static String way(String name) {
    return WAYS.getOrDefault(name, "by " + name);
  }

  static String language(String code) {
    if (code == null || code.equals("und")) {
      return "not known";
    }
    return Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
  }
}
