package org.currawong.hub.demo;

import java.time.Duration;
import org.currawong.domain.report.ReportBody;
import org.currawong.domain.report.Via;

/**
 * One report of the scripted flood.
 *
 * @param number its place in the script, from 1
 * @param after the start of the demonstration, at speed 1
 * @param via the way in it pretends to have come by
 * @param sender on that way in; {@code null} where nobody gave a name
 * @param language ISO 639-1, of the text
 * @param text what is said
 * @param place in the sender's words, or {@code null}
 * @param english what the stand-in for a model says of it, or {@code null} where it is English
 */
public record ScriptedReport(
    int number,
    Duration after,
    Via via,
    String sender,
    String language,
    String text,
    String place,
    String english) {

  /** The id of its hand-over: the same in every run, so that a restart hands nothing in twice. */
  public String id() {
    return "demo-flood-%03d".formatted(number);
  }

  /**
   * What is handed in. The language is not told: finding it is the hub's work.
   *
   * @param receipt as made for it
   */
  public ReportBody body(String receipt) {
    boolean staff = via == Via.PHONE || via == Via.COUNTER || via == Via.TWO_WAY || via == Via.CREW;
    String contact = via == Via.SMS ? sender : null;
    String caller = staff ? sender : null;
    return new ReportBody(
        text, null, place, null, null, null, contact, caller, null, receipt, null);
  }
}
