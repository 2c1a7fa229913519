package org.currawong.domain.incident;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An unmodifiable list of ids. A longer one shares its beginning with the one that it was made
 * from: a flood files thousands of reports into one incident, and a copy for each would hold up the
 * writer. For any thread.
 */
final class Filed extends AbstractList<String> implements RandomAccess {

  private static final int FIRST_ROOM = 4;

  private final String[] room;
  private final int size;

  /** How much of the room is taken, by the longest of the lists that share it. */
  private final AtomicInteger taken;

  private Filed(String[] room, int size) {
    this(room, size, new AtomicInteger(size));
  }

  private Filed(String[] room, int size, AtomicInteger taken) {
    this.room = room;
    this.size = size;
    this.taken = taken;
  }

  /**
   * These ids.
   *
   * @throws NullPointerException if one of them is {@code null}
   */
  static Filed of(List<String> ids) {
    if (ids instanceof Filed filed) {
      return filed;
    }
    String[] all = ids.toArray(String[]::new);
    for (String id : all) {
      Objects.requireNonNull(id);
    }
    return new Filed(all, all.length);
  }

  /** These and one more; a copy only where another list has taken the place behind the last one. */
  Filed and(String id) {
    Objects.requireNonNull(id);
    if (size < room.length && taken.compareAndSet(size, size + 1)) {
      room[size] = id;
      return new Filed(room, size + 1, taken);
    }
    String[] more = Arrays.copyOf(room, Math.max(FIRST_ROOM, size + size / 2 + 1));
    Arrays.fill(more, size, more.length, null);
    more[size] = id;
    return new Filed(more, size + 1);
  }

  @Override
  public String get(int index) {
    return room[Objects.checkIndex(index, size)];
  }

  @Override
  public int size() {
    return size;
  }
}
