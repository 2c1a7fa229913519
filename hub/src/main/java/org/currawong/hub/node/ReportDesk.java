package org.currawong.hub.node;

import org.currawong.channels.gammu.Reception;
import org.currawong.console.Receipts;
import org.currawong.domain.Board;

/** What ways in ask the core, by the hub's own keys and its log. */
record ReportDesk(Board board, Receipts receipts) implements Reception {

  @Override
  public String report(String bearersId) {
    return receipts.report(bearersId);
  }

  @Override
  public String receipt(String report) {
    return receipts.receipt(report);
  }

  @Override
  public String pseudonym(String sender) {
    return receipts.pseudonym("sms", sender);
  }

  @Override
  public boolean holds(String report) {
    return board.read(s -> s.report(report) != null);
  }
}
