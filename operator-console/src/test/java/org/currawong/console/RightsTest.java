package org.currawong.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.currawong.console.http.Route;
import org.junit.jupiter.api.Test;

/** Every call and page with every role, against a table written by hand from CONTRACT.md. */
class RightsTest {

  /** c coordinator, r radio, k council, a admin, * anyone. */
  private static final String TABLE =
      """
      POST /api/session *
      DELETE /api/session crka
      POST /sign-out crka
      POST /setup *
      POST /api/reports *
      GET /api/reports/receipt/{receipt} *
      GET /api/reports ck
      GET /api/reports/{id} ck
      POST /api/reports/{id}/status c
      POST /api/reports/{id}/incident c
      POST /api/reports/{id}/answers c
      POST /api/reports/{id}/answers/limits c
      POST /api/reports/{id}/answers/{answer}/passed-on c
      POST /api/reports/{id}/place c
      POST /api/reports/{id}/handover c
      POST /api/reports/{id}/seen c
      POST /api/incidents/{id}/merge c
      POST /api/incidents/{id}/split c
      GET /api/incidents c
      POST /api/incidents c
      GET /api/incidents/{id} c
      POST /api/incidents/{id}/reports c
      POST /api/incidents/{id}/status c
      GET /api/alerts crk
      POST /api/alerts c
      POST /api/alerts/limits c
      GET /api/alerts/{id} crk
      PUT /api/alerts/{id} c
      POST /api/alerts/{id} c
      POST /api/alerts/{id}/submit c
      POST /api/alerts/{id}/approvals cr
      POST /api/alerts/{id}/rejections cr
      POST /api/alerts/{id}/withdrawal c
      GET /api/alerts/{id}/release crk
      GET /api/alerts/{id}/artefacts/{name} crk
      GET /api/alerts/{id}/deliveries crk
      GET /feeds/cap.atom *
      GET /feeds/exercise.atom *
      GET /cap/{file} *
      GET /api/people c
      POST /api/people c
      GET /api/people/{id} c
      PUT /api/people/{id} c
      POST /api/people/{id} c
      GET /api/accounts ca
      POST /api/accounts a
      POST /api/accounts/{id}/confirmation ca
      POST /api/accounts/{id}/disabling a
      GET /api/events crka
      GET /api/channels crka
      GET /api/power crka
      GET /api/notes cr
      POST /api/notes cr
      POST /api/alarms/heard cr
      GET /api/log k
      GET /api/log/checkpoint *
      POST /api/log/check crka
      POST /api/log/export k
      GET /health/live *
      GET /health/ready *
      GET /api/openapi.yaml *
      GET / *
      GET /sent *
      GET /sent/{receipt} *
      GET /sign-in *
      GET /setup *
      GET /assets/{name} *
      GET /console c
      GET /console/reports/{id} c
      GET /console/incidents/{id} c
      GET /console/enter c
      GET /console/notes cr
      GET /console/situation c
      GET /console/keys crka
      GET /console/alerts crk
      GET /console/alerts/new c
      GET /console/alerts/{id} crk
      GET /console/alerts/{id}/edit c
      GET /console/alerts/{id}/withdraw c
      GET /console/log crka
      GET /people c
      GET /people/{id} c
      GET /accounts ca
      GET /radio cr
      GET /council k
      """;

  private static final Map<Character, String> WHO =
      Map.of('c', "ada", 'r', "cleo", 'k', "dora", 'a', "eli");

  @Test
  void eachCallIsOpenToItsRolesAndToNobodyElse() throws Exception {
    Map<String, String> table = new TreeMap<>();
    TABLE.lines().map(l -> l.split(" ")).forEach(l -> table.put(l[0] + " " + l[1], l[2]));
    List<String> wrong = new ArrayList<>();
    try (TestHub hub = TestHub.live()) {
      Map<Character, Client> people = new TreeMap<>();
      for (Map.Entry<Character, String> e : WHO.entrySet()) {
        people.put(e.getKey(), hub.as(e.getValue()));
      }
      for (Route route : hub.console.routes()) {
        String name = route.method() + " " + route.path();
        String roles = table.remove(name);
        if (roles == null) {
          wrong.add(name + " is not in the table");
          continue;
        }
        check(wrong, name, "nobody", answer(hub.client(), route), roles.equals("*"));
        for (Map.Entry<Character, Client> e : people.entrySet()) {
          boolean mayOpen = roles.equals("*") || roles.indexOf(e.getKey()) >= 0;
          boolean ends = name.equals("DELETE /api/session") || name.equals("POST /sign-out");
          Client client = ends ? hub.as(WHO.get(e.getKey())) : e.getValue();
          check(wrong, name, WHO.get(e.getKey()), answer(client, route), mayOpen);
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(Map.of(), table, "rows without a route");
  }

  private record Answer(int status, String body) {
    boolean refused() {
      return status == 401 && !body.contains("do not belong together")
          || status == 403 && body.contains("your role does not allow this");
    }
  }

  private static void check(
      List<String> wrong, String name, String who, Answer answer, boolean mayOpen) {
    if (answer.refused() == mayOpen || answer.status() == 500) {
      wrong.add(name + " by " + who + ": " + answer.status() + " " + answer.body());
    }
  }

  private static Answer answer(Client client, Route route) throws Exception {
    String path = route.path().replaceAll("\\{[a-z]+}", "none");
    boolean body = !route.method().equals("GET");
    HttpResponse<InputStream> response =
        client
            .http()
            .send(
                client
                    .request(path, "Content-Type", "application/json")
                    .method(
                        route.method(),
                        body ? BodyPublishers.ofString("{}") : BodyPublishers.noBody())
                    .build(),
                BodyHandlers.ofInputStream());
    try (InputStream in = response.body()) {
      boolean endless = path.equals("/api/events") && response.statusCode() == 200;
      String text = endless ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(response.statusCode(), text);
    }
  }
}
