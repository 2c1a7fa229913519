package org.currawong.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One kind of thing in the state, by id, in the order of first appearance. Snapshots write and read
 * tables whole.
 */
public final class Table<T> {

  private final String name;
  private final Class<T> type;
  private final Map<String, T> rows = new LinkedHashMap<>();

  Table(String name, Class<T> type) {
    this.name = name;
    this.type = type;
  }

  public String name() {
    return name;
  }

  public Class<T> type() {
    return type;
  }

  /** The row, or {@code null}. */
  public T get(String id) {
    return id == null ? null : rows.get(id);
  }

  public Collection<T> all() {
    return Collections.unmodifiableCollection(rows.values());
  }

  public Map<String, T> rows() {
    return Collections.unmodifiableMap(rows);
  }

  public int size() {
    return rows.size();
  }

  void put(String id, T row) {
    rows.put(id, row);
  }
}
