package org.currawong.console.http;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.currawong.console.accounts.Session;
import org.currawong.domain.Actor;
import org.currawong.domain.Role;

/** A request, its body read and its caller known. */
public final class Ask {

  private final String method;
  private final String path;
  private final Map<String, String> params;
  private final MultiMap query;
  private final MultiMap headers;
  private final byte[] body;
  private final Origin origin;
  private final Caller caller;
  private Fields fields;

  /**
   * Who asks.
   *
   * @param session {@code null} for the public
   */
  public record Caller(Session session, Actor actor) {

    /** Somebody without a session. */
    public static final Caller RESIDENT = new Caller(null, Actor.RESIDENT);
  }

  Ask(
      String method,
      String path,
      Map<String, String> params,
      MultiMap query,
      MultiMap headers,
      byte[] body,
      Origin origin,
      Caller caller,
      Fields fields) {
    this.method = method;
    this.path = path;
    this.params = params;
    this.query = query;
    this.headers = headers;
    this.body = body;
    this.origin = origin;
    this.caller = caller;
    this.fields = fields;
  }

  public String method() {
    return method;
  }

  public String path() {
    return path;
  }

  /** A part of the path. */
  public String param(String name) {
    return params.get(name);
  }

  /** A query parameter, or empty when it is missing or blank. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name)).filter(v -> !v.isBlank());
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  public Origin origin() {
    return origin;
  }

  /** The body's fields, from JSON or from a form. */
  public Fields fields() {
    if (fields == null) {
      fields = Fields.read(body, header("Content-Type").orElse(null));
    }
    return fields;
  }

  /** True when a plain form asks, which wants a page and no JSON for an answer. */
  public boolean wantsPage() {
    String accept = header("Accept").orElse("").toLowerCase(Locale.ROOT);
    return accept.contains("text/html");
  }

  /** {@code null} for the public. */
  public Session session() {
    return caller.session();
  }

  public Actor actor() {
    return caller.actor();
  }

  public boolean signedIn() {
    return caller.session() != null;
  }

  public boolean has(Role role) {
    return caller.actor().has(role);
  }

  /** All roles of the caller. */
  public List<Role> roles() {
    return caller.actor().roles().stream().sorted().toList();
  }
}
