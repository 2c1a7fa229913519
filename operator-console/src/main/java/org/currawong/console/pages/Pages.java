package org.currawong.console.pages;

import org.currawong.console.ConsoleParts;
import org.currawong.console.ConsoleSettings;
import org.currawong.console.accounts.Setup;
import org.currawong.console.calls.Core;
import org.currawong.console.calls.LogCalls;
import org.currawong.console.http.Fault;

/**
 * All pages, made once.
 *
 * @param staff lists for those who run the hub
 * @param roles first pages of radio and council, and the check of the log
 */
public record Pages(
    ResidentPage resident,
    DoorPages doors,
    BoardPage board,
    ReportPage report,
    IncidentPage incident,
    AlertPage alert,
    ComposerPage composer,
    WithdrawPage withdraw,
    StaffPages staff,
    RolePages roles,
    EntryPage entry,
    NotesPage notes,
    SituationPage situation,
    KeysPage keys) {

  /** Makes them. */
  public static Pages of(
      ConsoleParts parts, ConsoleSettings settings, Core core, Setup setup, LogCalls log) {
    Times times = new Times(settings.zone(), parts.clock());
    Strip strip = new Strip(parts.carriers());
    PowerLine power = new PowerLine(parts.power());
    Layout layout = new Layout(settings, new Alarms(parts.board(), times), strip, power, times);
    TownMap map = TownMap.of(parts.map());
    AlertPage alert = new AlertPage(parts, layout, times);
    return new Pages(
        new ResidentPage(parts, settings, layout, times),
        new DoorPages(layout, setup),
        new BoardPage(parts, layout, times, strip, map),
        new ReportPage(parts, core, layout, times, map),
        new IncidentPage(parts, layout, times),
        alert,
        new ComposerPage(parts, settings, layout, times),
        new WithdrawPage(alert, layout, times, settings.zone()),
        new StaffPages(parts, core, layout, times),
        new RolePages(parts, layout, times, log),
        new EntryPage(layout, times, map),
        new NotesPage(parts, layout, times),
        new SituationPage(parts, layout, times, strip),
        new KeysPage(layout));
  }

  /** The page that tells of a fault. */
  public String fault(Fault fault) {
    return doors.fault(fault);
  }
}
