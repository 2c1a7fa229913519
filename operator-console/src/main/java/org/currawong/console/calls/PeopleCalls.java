package org.currawong.console.calls;

import java.util.List;
import java.util.Map;
import org.currawong.console.ConsoleParts;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Fault;
import org.currawong.console.http.Fields;
import org.currawong.console.http.Reply;
import org.currawong.domain.Command;
import org.currawong.domain.people.Person;

/** The directory. Every opening of it is logged. */
public final class PeopleCalls {

  private static final int MOST_NAME = 100;
  private static final int MOST_LINE = 300;
  private static final int MOST_GROUPS = 30;

  private final ConsoleParts parts;
  private final Core core;

  public PeopleCalls(ConsoleParts parts, Core core) {
    this.parts = parts;
    this.core = core;
  }

  /** {@code GET /api/people}. */
  public Reply list(Ask ask) {
    core.hand(new Command.OpenDirectory("people"), ask.actor());
    List<Map<String, Object>> rows =
        parts.board().read(s -> s.people()).stream().map(PeopleCalls::json).toList();
    return Reply.json(200, new Doc().put("people", rows).put("next", null).fields());
  }

  /** {@code POST /api/people}. */
  public Reply add(Ask ask) {
    String id = "p-" + Ids.random(parts.random());
    Person person = person(ask.fields(), id);
    core.hand(new Command.AddPerson(person), ask.actor());
    return Saved.page(ask, "/people")
        .orElseGet(() -> Reply.json(201, json(person)).with("X-Page", "/people"));
  }

  /** {@code PUT /api/people/{id}}, and its twin for plain forms. */
  public Reply change(Ask ask) {
    Person person = person(ask.fields(), ask.param("id"));
    core.hand(new Command.ChangePerson(person), ask.actor());
    return Saved.page(ask, "/people")
        .orElseGet(() -> Reply.json(200, json(person)).with("X-Page", "/people"));
  }

  private static Person person(Fields f, String id) {
    String name = f.required("name", MOST_NAME);
    String phone = phone(f, "phone");
    String language = f.text("language", 3);
    List<String> groups = f.texts("groups", MOST_GROUPS, MOST_NAME);
    Person person =
        new Person(
            id,
            name,
            phone,
            language == null ? "en" : language,
            groups == null ? List.of() : split(f, groups),
            f.text("needs", MOST_LINE),
            f.text("address", MOST_LINE),
            phone(f, "alternate"));
    f.check();
    return person;
  }

  /** A form has one field for all groups, with commas between. */
  private static List<String> split(Fields f, List<String> groups) {
    return f.form()
        ? groups.stream()
            .flatMap(g -> List.of(g.split(",")).stream())
            .map(String::strip)
            .filter(g -> !g.isEmpty())
            .toList()
        : groups;
  }

  private static String phone(Fields f, String field) {
    String value = f.text(field, MOST_NAME);
    if (value == null || value.isBlank()) {
      return null;
    }
    String bare = value.replaceAll("[\\s().-]", "");
    if (!bare.matches("\\+[1-9]\\d{5,14}")) {
      f.fault(field, "an international number such as +61 2 5550 1234 is wanted");
      return null;
    }
    return bare;
  }

  /** A person as JSON; for coordinators only. */
  private static Map<String, Object> json(Person p) {
    Doc doc = new Doc().put("id", p.id()).put("name", p.name()).put("phone", p.phone());
    doc.put("language", p.language()).put("groups", p.groups()).put("needs", p.needs());
    return doc.put("address", p.address()).put("alternate", p.alternate()).fields();
  }

  /** {@code GET /api/people/{id}}. */
  public Reply get(Ask ask) {
    String id = ask.param("id");
    core.hand(new Command.OpenDirectory(id), ask.actor());
    Person person =
        parts
            .board()
            .read(s -> s.person(id))
            .orElseThrow(() -> Fault.of(404, "there is no such person"));
    return Reply.json(200, json(person));
  }
}
