package org.currawong.domain;

import java.util.List;

/** What {@code decide} answers: facts to be logged, or a refusal that says how to mend it. */
public sealed interface Decision {

  /**
   * The command is carried out once {@code facts} are on disk.
   *
   * @param facts may be empty where the same had already been done (idempotent)
   * @param subject the id of what the command was about, for the answer
   */
  record Accepted(List<Fact> facts, String subject) implements Decision {
    public Accepted {
      facts = List.copyOf(facts);
    }
  }

  /** The command changes nothing and nothing is logged. */
  record Refused(Why why, List<Reason> reasons) implements Decision {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }

  /** The command waits for a second entitled person; {@code facts} record that it was asked. */
  record Pending(List<Fact> facts, String subject) implements Decision {
    public Pending {
      facts = List.copyOf(facts);
    }
  }

  /** One field's fault, in words for the person who can mend it. */
  record Reason(String field, String reason) {}

  /** Kinds of refusal, each with the HTTP status of CONTRACT.md. */
  enum Why {
    INVALID(422),
    FORBIDDEN(403),
    NOT_FOUND(404),
    CONFLICT(409),
    CHANGED_SINCE(412),
    UNAVAILABLE(503);

    private final int status;

    Why(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  static Decision accepted(String subject, Fact... facts) {
    return new Accepted(List.of(facts), subject);
  }

  static Decision refused(Why why, String field, String reason) {
    return new Refused(why, List.of(new Reason(field, reason)));
  }

  /** The facts to log; none for a refusal. */
  default List<Fact> toLog() {
    return switch (this) {
      case Accepted a -> a.facts();
      case Pending p -> p.facts();
      case Refused r -> List.of();
    };
  }
}
