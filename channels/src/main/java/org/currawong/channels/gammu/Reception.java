package org.currawong.channels.gammu;

/** What a way in asks the core: ids and receipts, which only the hub can make, and what it has. */
public interface Reception {

  /** The report's id for the bearer's own: the same for ever. */
  String report(String bearersId);

  /** The receipt of a report. */
  String receipt(String report);

  /** A pseudonym: the same sender gets the same, and nobody can guess back. */
  String pseudonym(String sender);

  /** Whether the report is in the log, on disk. */
  boolean holds(String report);
}
