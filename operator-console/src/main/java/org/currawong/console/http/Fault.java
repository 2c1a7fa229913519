package org.currawong.console.http;

import java.util.List;
import org.currawong.domain.Decision;

/** A request that is not carried out: becomes {@code application/problem+json} or a small page. */
public final class Fault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final int retryAfter;
  private final transient List<Decision.Reason> reasons;

  private Fault(int status, String detail, List<Decision.Reason> reasons, int retryAfter) {
    super(detail, null, false, false);
    this.status = status;
    this.reasons = List.copyOf(reasons);
    this.retryAfter = retryAfter;
  }

  /** A fault in plain words. */
  public static Fault of(int status, String detail) {
    return new Fault(status, detail, List.of(), 0);
  }

  /** One field's fault. */
  public static Fault field(int status, String field, String reason) {
    return fields(status, List.of(new Decision.Reason(field, reason)));
  }

  /** Several fields' faults; the detail repeats them. */
  public static Fault fields(int status, List<Decision.Reason> reasons) {
    String detail = String.join("; ", reasons.stream().map(Decision.Reason::reason).toList());
    return new Fault(status, detail, reasons, 0);
  }

  /** Too much at once: try again after {@code seconds}. */
  public static Fault later(int status, String detail, int seconds) {
    return new Fault(status, detail, List.of(), Math.max(1, seconds));
  }

  /** A refusal of the core, with its status of CONTRACT.md. */
  public static Fault refused(Decision.Refused refused) {
    return fields(refused.why().status(), refused.reasons());
  }

  /** HTTP status, 400 to 503. */
  public int status() {
    return status;
  }

  /** For {@code errors[]}; may be empty. */
  public List<Decision.Reason> reasons() {
    return reasons;
  }

  /** Seconds for {@code Retry-After}; 0 for none. */
  public int retryAfter() {
    return retryAfter;
  }
}
