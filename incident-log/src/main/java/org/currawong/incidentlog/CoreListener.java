package org.currawong.incidentlog;

import java.util.List;
import org.currawong.domain.Entry;
import org.currawong.domain.Outstanding;

/** Hears of facts once they are forced, in order, on a thread of its own. */
@FunctionalInterface
public interface CoreListener {

  /**
   * One batch. An exception is logged and changes nothing.
   *
   * @param outstanding what these entries ask for
   */
  void forced(List<Entry> entries, List<Outstanding> outstanding);
}
