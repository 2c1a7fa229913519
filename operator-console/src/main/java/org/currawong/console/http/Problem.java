package org.currawong.console.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.currawong.domain.Decision;
import org.currawong.domain.Json;

/** A fault as {@code application/problem+json} (RFC 9457). */
final class Problem {

  private Problem() {}

  static Reply.Bytes reply(Fault fault) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", HttpResponseStatus.valueOf(fault.status()).reasonPhrase());
    body.put("status", fault.status());
    body.put("detail", fault.getMessage());
    body.put("errors", errors(fault.reasons()));
    byte[] bytes = Json.write(body).getBytes(StandardCharsets.UTF_8);
    return marked(fault, Reply.of(fault.status(), "application/problem+json", bytes));
  }

  /** The answer with the headers that go with the fault's status. */
  static Reply.Bytes marked(Fault fault, Reply.Bytes reply) {
    return fault.retryAfter() > 0
        ? reply.with("Retry-After", Integer.toString(fault.retryAfter()))
        : reply;
  }

  private static List<Map<String, String>> errors(List<Decision.Reason> reasons) {
    return reasons.stream().map(r -> Map.of("field", r.field(), "reason", r.reason())).toList();
  }
}
