package org.currawong.console;

import static org.currawong.console.accounts.Right.ANYONE;
import static org.currawong.console.accounts.Right.CONFIRM_ACCOUNTS;
import static org.currawong.console.accounts.Right.HANDLE_INCIDENTS;
import static org.currawong.console.accounts.Right.HANDLE_REPORTS;
import static org.currawong.console.accounts.Right.KEEP_DIRECTORY;
import static org.currawong.console.accounts.Right.READ_ALERTS;
import static org.currawong.console.accounts.Right.READ_LOG;
import static org.currawong.console.accounts.Right.SIGNED_IN;
import static org.currawong.console.accounts.Right.VET_ALERTS;
import static org.currawong.console.accounts.Right.WITHDRAW_ALERTS;
import static org.currawong.console.accounts.Right.WRITE_ALERTS;
import static org.currawong.console.accounts.Right.WRITE_NOTES;

import java.util.List;
import org.currawong.console.accounts.Right;
import org.currawong.console.http.Limits;
import org.currawong.console.http.Route;
import org.currawong.console.pages.Assets;
import org.currawong.console.pages.Pages;

/** Every page on one page: path, who may open it, who makes it. */
final class PageRoutes {

  private PageRoutes() {}

  static List<Route> of(Pages pages, Assets assets) {
    return List.of(
        page("/", ANYONE, pages.resident()::home),
        page("/sent", ANYONE, pages.resident()::look),
        page("/sent/{receipt}", ANYONE, pages.resident()::sent),
        page("/sign-in", ANYONE, pages.doors()::signIn),
        page("/setup", ANYONE, pages.doors()::setUp),
        page("/console", HANDLE_REPORTS, pages.board()::board),
        page("/console/reports/{id}", HANDLE_REPORTS, pages.report()::report),
        page("/console/incidents/{id}", HANDLE_INCIDENTS, pages.incident()::incident),
        page("/console/enter", HANDLE_REPORTS, pages.entry()::enter),
        page("/console/notes", WRITE_NOTES, pages.notes()::notes),
        page("/console/situation", HANDLE_REPORTS, pages.situation()::situation),
        page("/console/keys", SIGNED_IN, pages.keys()::keys),
        page("/console/alerts", READ_ALERTS, pages.staff()::alerts),
        page("/console/alerts/new", WRITE_ALERTS, pages.composer()::fresh),
        page("/console/alerts/{id}", READ_ALERTS, pages.alert()::alert),
        page("/console/alerts/{id}/edit", WRITE_ALERTS, pages.composer()::edit),
        page("/console/alerts/{id}/withdraw", WITHDRAW_ALERTS, pages.withdraw()::choose),
        page("/console/log", SIGNED_IN, pages.roles()::log),
        page("/people", KEEP_DIRECTORY, pages.staff()::people),
        page("/people/{id}", KEEP_DIRECTORY, pages.staff()::onePerson),
        page("/accounts", CONFIRM_ACCOUNTS, pages.staff()::accounts),
        page("/radio", VET_ALERTS, pages.roles()::radio),
        page("/council", READ_LOG, pages.roles()::council),
        page("/assets/{name}", ANYONE, assets::asset),
        page("/api/openapi.yaml", ANYONE, assets::openApi));
  }

  private static Route page(String path, Right right, Route.Handler handler) {
    return new Route("GET", path, right, Limits.SMALL, handler);
  }
}
