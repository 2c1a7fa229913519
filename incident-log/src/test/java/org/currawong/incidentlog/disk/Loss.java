package org.currawong.incidentlog.disk;

/** What a power cut does to bytes and names that were not forced. */
public enum Loss {
  /** All of it is gone. */
  DROPPED,
  /** All of it happens to be there. */
  KEPT,
  /** The first part is there, up to any byte. */
  TORN,
  /** The lengths are there, the blocks were never written: NUL bytes. */
  NUL,
  /** Any of it is there, sector by sector and name by name, in no order. */
  REORDERED
}
