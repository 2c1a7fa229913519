package org.currawong.incidentlog;

import java.io.IOException;

/** The log does not verify, so the hub does not start; says segment and line. */
public final class LogDamaged extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  public LogDamaged(Fault fault) {
    super("the log does not verify: " + fault);
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
