package org.currawong.console;

import static org.currawong.console.accounts.Right.ANYONE;
import static org.currawong.console.accounts.Right.CONFIRM_ACCOUNTS;
import static org.currawong.console.accounts.Right.HANDLE_INCIDENTS;
import static org.currawong.console.accounts.Right.HANDLE_REPORTS;
import static org.currawong.console.accounts.Right.HAND_IN;
import static org.currawong.console.accounts.Right.KEEP_ACCOUNTS;
import static org.currawong.console.accounts.Right.KEEP_DIRECTORY;
import static org.currawong.console.accounts.Right.READ_ALERTS;
import static org.currawong.console.accounts.Right.READ_LOG;
import static org.currawong.console.accounts.Right.READ_REPORTS;
import static org.currawong.console.accounts.Right.SIGNED_IN;
import static org.currawong.console.accounts.Right.VET_ALERTS;
import static org.currawong.console.accounts.Right.WITHDRAW_ALERTS;
import static org.currawong.console.accounts.Right.WRITE_ALERTS;
import static org.currawong.console.accounts.Right.WRITE_NOTES;
import static org.currawong.console.http.Limits.DRAFT;
import static org.currawong.console.http.Limits.FORM;
import static org.currawong.console.http.Limits.REPORT;
import static org.currawong.console.http.Limits.SMALL;

import java.util.ArrayList;
import java.util.List;
import org.currawong.console.accounts.AccountRealm;
import org.currawong.console.accounts.Right;
import org.currawong.console.accounts.Sessions;
import org.currawong.console.accounts.Setup;
import org.currawong.console.accounts.SignIn;
import org.currawong.console.calls.AccountCalls;
import org.currawong.console.calls.AlarmCalls;
import org.currawong.console.calls.AlertCalls;
import org.currawong.console.calls.ArtefactCalls;
import org.currawong.console.calls.Core;
import org.currawong.console.calls.FeedCalls;
import org.currawong.console.calls.HandlingCalls;
import org.currawong.console.calls.HubCalls;
import org.currawong.console.calls.IncidentCalls;
import org.currawong.console.calls.LiveEvents;
import org.currawong.console.calls.LogCalls;
import org.currawong.console.calls.NoteCalls;
import org.currawong.console.calls.PeopleCalls;
import org.currawong.console.calls.RegroupCalls;
import org.currawong.console.calls.ReportCalls;
import org.currawong.console.calls.ReportIntake;
import org.currawong.console.calls.SessionCalls;
import org.currawong.console.calls.SetupCalls;
import org.currawong.console.calls.VettingCalls;
import org.currawong.console.http.Route;

/** Every call of the HTTP API on one page: method, path, who may, how large, who answers. */
final class ApiRoutes {

  private final List<Route> routes = new ArrayList<>();

  /** How people come in. */
  record Entrance(Sessions sessions, AccountRealm realm, SignIn signIn, Setup setup) {}

  private ApiRoutes() {}

  static List<Route> of(
      ConsoleParts parts,
      ConsoleSettings settings,
      Core core,
      Entrance door,
      LiveEvents events,
      LogCalls log) {
    ApiRoutes all = new ApiRoutes();
    SessionCalls session = new SessionCalls(parts, door.sessions(), door.signIn(), door.realm());
    all.post("/api/session", ANYONE, FORM, session::begin);
    all.add("DELETE", "/api/session", SIGNED_IN, SMALL, session::end);
    all.post("/sign-out", SIGNED_IN, SMALL, session::leave);
    all.post("/setup", ANYONE, FORM, new SetupCalls(parts, core, door.setup())::make);
    all.reports(parts, settings, core);
    all.alerts(parts, settings, core);
    all.people(parts, core, door.sessions());
    all.hub(new HubCalls(parts), events, log);
    NoteCalls notes = new NoteCalls(parts, core, settings.zone());
    all.get("/api/notes", WRITE_NOTES, notes::list);
    all.post("/api/notes", WRITE_NOTES, REPORT, notes::write);
    all.post("/api/alarms/heard", VET_ALERTS, FORM, new AlarmCalls(core)::heard);
    return all.routes;
  }

  private void reports(ConsoleParts parts, ConsoleSettings settings, Core core) {
    ReportCalls reports = new ReportCalls(parts, core);
    post("/api/reports", HAND_IN, REPORT, new ReportIntake(parts, settings, core)::post);
    get("/api/reports/receipt/{receipt}", ANYONE, reports::receipt);
    get("/api/reports", READ_REPORTS, reports::list);
    get("/api/reports/{id}", READ_REPORTS, reports::get);
    post("/api/reports/{id}/status", HANDLE_REPORTS, FORM, reports::status);
    HandlingCalls handling = new HandlingCalls(parts, core, reports, settings.zone());
    post("/api/reports/{id}/answers", HANDLE_REPORTS, REPORT, handling::answer);
    post("/api/reports/{id}/answers/limits", HANDLE_REPORTS, REPORT, handling::limits);
    post("/api/reports/{id}/answers/{answer}/passed-on", HANDLE_REPORTS, FORM, handling::passedOn);
    post("/api/reports/{id}/place", HANDLE_REPORTS, FORM, handling::place);
    post("/api/reports/{id}/handover", HANDLE_REPORTS, FORM, handling::handOver);
    post("/api/reports/{id}/seen", HANDLE_REPORTS, FORM, handling::seen);
    IncidentCalls incidents = new IncidentCalls(parts, core);
    post("/api/reports/{id}/incident", HANDLE_INCIDENTS, FORM, incidents::file);
    get("/api/incidents", HANDLE_INCIDENTS, incidents::list);
    post("/api/incidents", HANDLE_INCIDENTS, FORM, incidents::open);
    get("/api/incidents/{id}", HANDLE_INCIDENTS, incidents::get);
    post("/api/incidents/{id}/reports", HANDLE_INCIDENTS, FORM, incidents::add);
    post("/api/incidents/{id}/status", HANDLE_INCIDENTS, FORM, incidents::status);
    RegroupCalls regroup = new RegroupCalls(parts, core, incidents);
    post("/api/incidents/{id}/merge", HANDLE_INCIDENTS, FORM, regroup::merge);
    post("/api/incidents/{id}/split", HANDLE_INCIDENTS, REPORT, regroup::split);
  }

  private void alerts(ConsoleParts parts, ConsoleSettings settings, Core core) {
    AlertCalls alerts = new AlertCalls(parts, settings, core);
    get("/api/alerts", READ_ALERTS, alerts::list);
    post("/api/alerts", WRITE_ALERTS, DRAFT, alerts::draft);
    post("/api/alerts/limits", WRITE_ALERTS, DRAFT, alerts::limits);
    get("/api/alerts/{id}", READ_ALERTS, alerts::get);
    add("PUT", "/api/alerts/{id}", WRITE_ALERTS, DRAFT, alerts::edit);
    post("/api/alerts/{id}", WRITE_ALERTS, DRAFT, alerts::edit);
    VettingCalls vetting = new VettingCalls(parts, core, alerts);
    post("/api/alerts/{id}/submit", WRITE_ALERTS, SMALL, vetting::submit);
    post("/api/alerts/{id}/approvals", VET_ALERTS, FORM, vetting::approve);
    post("/api/alerts/{id}/rejections", VET_ALERTS, FORM, vetting::reject);
    post("/api/alerts/{id}/withdrawal", WITHDRAW_ALERTS, FORM, vetting::withdraw);
    ArtefactCalls artefacts = new ArtefactCalls(parts, core);
    get("/api/alerts/{id}/release", READ_ALERTS, artefacts::release);
    get("/api/alerts/{id}/artefacts/{name}", READ_ALERTS, artefacts::artefact);
    get("/api/alerts/{id}/deliveries", READ_ALERTS, artefacts::deliveries);
    FeedCalls feeds = new FeedCalls(parts);
    get("/feeds/cap.atom", ANYONE, feeds::live);
    get("/feeds/exercise.atom", ANYONE, feeds::exercise);
    get("/cap/{file}", ANYONE, feeds::message);
  }

  private void people(ConsoleParts parts, Core core, Sessions sessions) {
    PeopleCalls people = new PeopleCalls(parts, core);
    get("/api/people", KEEP_DIRECTORY, people::list);
    post("/api/people", KEEP_DIRECTORY, FORM, people::add);
    get("/api/people/{id}", KEEP_DIRECTORY, people::get);
    add("PUT", "/api/people/{id}", KEEP_DIRECTORY, FORM, people::change);
    post("/api/people/{id}", KEEP_DIRECTORY, FORM, people::change);
    AccountCalls accounts = new AccountCalls(parts, core, sessions);
    get("/api/accounts", CONFIRM_ACCOUNTS, accounts::list);
    post("/api/accounts", KEEP_ACCOUNTS, FORM, accounts::add);
    post("/api/accounts/{id}/confirmation", CONFIRM_ACCOUNTS, SMALL, accounts::confirm);
    post("/api/accounts/{id}/disabling", KEEP_ACCOUNTS, SMALL, accounts::disable);
  }

  private void hub(HubCalls hub, LiveEvents events, LogCalls log) {
    get("/api/events", SIGNED_IN, events::stream);
    get("/api/channels", SIGNED_IN, hub::channels);
    get("/api/power", SIGNED_IN, hub::power);
    get("/api/log", READ_LOG, log::lines);
    get("/api/log/checkpoint", ANYONE, log::checkpoint);
    post("/api/log/check", SIGNED_IN, SMALL, log::check);
    post("/api/log/export", READ_LOG, FORM, log::export);
    get("/health/live", ANYONE, hub::live);
    get("/health/ready", ANYONE, hub::ready);
  }

  private void get(String path, Right right, Route.Handler handler) {
    add("GET", path, right, SMALL, handler);
  }

  private void post(String path, Right right, int limit, Route.Handler handler) {
    add("POST", path, right, limit, handler);
  }

  private void add(String method, String path, Right right, int limit, Route.Handler handler) {
    routes.add(new Route(method, path, right, limit, handler));
  }
}
