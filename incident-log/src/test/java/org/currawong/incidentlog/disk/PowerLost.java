package org.currawong.incidentlog.disk;

/** The plug was pulled: an error, so that no code under test handles it. */
public final class PowerLost extends Error {

  private static final long serialVersionUID = 1L;

  PowerLost(long operation) {
    super("power lost at operation " + operation);
  }
}
