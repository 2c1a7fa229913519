package org.currawong.console.pages;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Fault;
import org.currawong.console.http.Reply;
import org.currawong.domain.alert.Artefact;

/** Styles and scripts, from the jar. */
public final class Assets {

  private static final String CSS = "text/css; charset=utf-8";
  private static final String JS = "text/javascript; charset=utf-8";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("icon.svg", "image/svg+xml"),
          Map.entry("console.css", CSS),
          Map.entry("resident.css", CSS),
          Map.entry("console.js", JS),
          Map.entry("send.js", JS),
          Map.entry("live.js", JS),
          Map.entry("composer.js", JS),
          Map.entry("keep.js", JS),
          Map.entry("keys.js", JS),
          Map.entry("ring.js", JS),
          Map.entry("answer.js", JS),
          Map.entry("place.js", JS),
          Map.entry("filters.js", JS));

  private static final String OPENAPI = "openapi.yaml";

  private final Map<String, byte[]> files = new HashMap<>();

  /**
   * Reads them all.
   *
   * @throws IOException when the jar lacks one
   */
  public Assets() throws IOException {
    for (String name : TYPES.keySet()) {
      files.put(name, load(name));
    }
    files.put(OPENAPI, load(OPENAPI));
  }

  private static byte[] load(String name) throws IOException {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the console's jar lacks " + name);
      }
      return in.readAllBytes();
    }
  }

  /** {@code GET /assets/{name}}. */
  public Reply asset(Ask ask) {
    String name = ask.param("name");
    if (!TYPES.containsKey(name)) {
      throw Fault.of(404, "there is no such file");
    }
    return fresh(ask, TYPES.get(name), files.get(name));
  }

  /** {@code GET /api/openapi.yaml}. */
  public Reply openApi(Ask ask) {
    return fresh(ask, "application/yaml; charset=utf-8", files.get(OPENAPI));
  }

  private static Reply fresh(Ask ask, String type, byte[] bytes) {
    String tag = "\"" + Artefact.sha256(bytes).substring(0, 32) + "\"";
    boolean same = ask.header("If-None-Match").filter(t -> t.contains(tag)).isPresent();
    Reply.Bytes reply =
        same ? new Reply.Bytes(304, Map.of(), new byte[0]) : Reply.of(200, type, bytes);
    return reply.with("ETag", tag).with("Cache-Control", "no-cache");
  }
}
