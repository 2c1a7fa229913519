package org.currawong.incidentlog;

import java.util.List;
import org.currawong.domain.State;
import org.currawong.domain.Table;

/** Copies a state; the rows are immutable and shared. */
final class StateCopy {

  private StateCopy() {}

  static State of(State state) {
    State copy = new State();
    List<Table<?>> from = state.tables();
    List<Table<?>> to = copy.tables();
    for (int i = 0; i < from.size(); i++) {
      fill(copy, to.get(i), from.get(i));
    }
    copy.restoredAt(state.n(), state.at(), state.head());
    return copy;
  }

  private static <T> void fill(State copy, Table<T> to, Table<?> from) {
    from.rows().forEach((id, row) -> copy.restore(to, id, to.type().cast(row)));
  }
}
