package org.currawong.console.http;

import org.currawong.console.accounts.Right;

/**
 * One call: who may make it, how large it may be, who answers.
 *
 * @param method GET, POST, PUT or DELETE
 * @param path as in OpenAPI, with {@code {name}} for a part that varies
 * @param right what the caller must hold
 * @param bodyLimit bytes; more is refused with 413
 */
public record Route(String method, String path, Right right, int bodyLimit, Handler handler) {

  /** Answers on a virtual thread of its own, so it may block. */
  @FunctionalInterface
  public interface Handler {

    /**
     * Answers.
     *
     * @throws Fault for whatever a caller can mend
     * @throws Exception for what is wrong here; the caller is told 500 and nothing else
     */
    Reply answer(Ask ask) throws Exception;
  }

  /** The path as the router of Vert.x writes it. */
  String routerPath() {
    return path.replaceAll("\\{([a-z]+)}", ":$1");
  }
}
