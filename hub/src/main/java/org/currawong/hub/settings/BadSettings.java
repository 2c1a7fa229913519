package org.currawong.hub.settings;

import java.util.List;

/** Settings that stop the start: unknown names, impossible values. */
public final class BadSettings extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  BadSettings(List<String> faults) {
    super(String.join("; ", faults));
    this.faults = List.copyOf(faults);
  }

  /** One line per fault: which setting, where it was set, and how to mend it. */
  public List<String> faults() {
    return faults;
  }
}
