package org.currawong.hub.flow;

import static org.citrusframework.actions.ReceiveMessageAction.Builder.receive;
import static org.citrusframework.container.RepeatOnErrorUntilTrue.Builder.repeatOnError;
import static org.citrusframework.dsl.JsonPathSupport.jsonPath;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.citrusframework.TestAction;
import org.citrusframework.TestActionBuilder;
import org.citrusframework.TestCaseRunner;
import org.citrusframework.actions.ReceiveMessageAction.ReceiveMessageActionBuilderSupport;
import org.citrusframework.annotations.CitrusResource;
import org.citrusframework.annotations.CitrusTest;
import org.citrusframework.context.TestContext;
import org.citrusframework.endpoint.direct.DirectEndpoint;
import org.citrusframework.endpoint.direct.DirectEndpointBuilder;
import org.citrusframework.junit.jupiter.CitrusSupport;
import org.citrusframework.message.DefaultMessage;
import org.citrusframework.message.DefaultMessageQueue;
import org.citrusframework.message.MessageType;
import org.currawong.hub.flow.Someone.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole flow as one story that reads as a manual: each step sends one call to a real hub, and
 * what it answers is received and checked.
 */
@CitrusSupport
class CitrusFlowIT {

  private static final String STATUS = "status";

  /** Rendering and delivery take seconds on a small machine; each is asked for this often. */
  private static final int TRIES = 100;

  private static final long PAUSE_MS = 200;

  @TempDir static Path folder;
  private static Town town;

  private final Map<String, Someone> people = new LinkedHashMap<>();
  private final DirectEndpoint hub =
      new DirectEndpointBuilder().queue(new DefaultMessageQueue("answers")).build();

  @BeforeAll
  static void aHubIsFounded() throws Exception {
    town = Town.founded(folder.resolve("data")).start();
  }

  @AfterAll
  static void itStops() {
    town.close();
  }

  @Test
  @CitrusTest
  void fromTheFirstReportToTheWithdrawal(@CitrusResource TestCaseRunner story) {
    report(story);
    draft(story);
    release(story);
    withdraw(story);
  }

  private void report(TestCaseRunner story) {
    Map<String, String> words = Map.of("text", "My father is trapped in the car, water is rising");
    story.$(call("resident", who -> c -> who.post("/api/reports", words)));
    story.$(answer(201).extract(jsonPath().expression("$.id", "report")));
    story.$(
        until(
            call(
                "ada",
                who -> c -> who.get(c.replaceDynamicContentInString("/api/reports/${report}"))),
            answer(200)
                .validate(
                    jsonPath()
                        .expression("$.urgency", "life-safety")
                        .expression("$.language", "en")
                        .expression("$.status", "received"))));
  }

  private void draft(TestCaseRunner story) {
    story.$(call("ada", who -> c -> who.post("/api/alerts", Drafts.flood("Actual"))));
    story.$(answer(201).extract(jsonPath().expression("$.id", "alert")));
    story.$(call("ada", who -> c -> who.post(path(c, "/submit"), Map.of())));
    story.$(answer(200).validate(jsonPath().expression("$.state", "submitted")));
    story.$(
        until(
            call("ben", who -> c -> who.get(path(c, "/release"))),
            answer(200)
                .validate(
                    jsonPath()
                        .expression("$.context", "currawong/release/live/v1")
                        .expression("$.area", Drafts.AREA))));
    story.$(call("ben", who -> c -> who.get(path(c, ""))));
    story.$(
        answer(200)
            .validate(jsonPath().expression("$.manifest", "@matches('[0-9a-f]{64}')@"))
            .extract(jsonPath().expression("$.manifest", "manifest")));
  }

  private void release(TestCaseRunner story) {
    story.$(call("ada", who -> c -> who.post(path(c, "/approvals"), yes(c))));
    story.$(answer(403));
    story.$(call("ben", who -> c -> who.post(path(c, "/approvals"), yes(c))));
    story.$(answer(200).validate(jsonPath().expression("$.state", "approved")));
    story.$(call("ben", who -> c -> who.post(path(c, "/approvals"), yes(c))));
    story.$(answer(409));
    story.$(call("rhea", who -> c -> who.post(path(c, "/approvals"), yes(c))));
    story.$(answer(200).validate(jsonPath().expression("$.state", "released")));
    story.$(
        until(
            call("rhea", who -> c -> who.get(path(c, "/deliveries"))),
            answer(200)
                .validate(
                    jsonPath()
                        .expression("$.deliveries[?(@.way=='radio')].state", "sent")
                        .expression("$.deliveries[?(@.way=='cap')].state", "sent"))));
  }

  private void withdraw(TestCaseRunner story) {
    Map<String, String> why = Map.of("kind", "withdrawn", "reason", "the gauge was misread");
    story.$(call("cleo", who -> c -> who.post(path(c, "/withdrawal"), why)));
    story.$(answer(200).validate(jsonPath().expression("$.state", "withdrawn")));
    story.$(
        until(
            call("cam", who -> c -> who.get(path(c, ""))),
            answer(200).validate(jsonPath().expression("$.messages[1].msgType", "Cancel"))));
  }

  private static String path(TestContext c, String rest) {
    return c.replaceDynamicContentInString("/api/alerts/${alert}") + rest;
  }

  private static Map<String, String> yes(TestContext c) {
    return Map.of("manifest", c.getVariable("manifest"), "confirm", Drafts.AREA);
  }

  /** One call by somebody; the answer lies in the queue until it is received. */
  private TestActionBuilder<TestAction> call(
      String who, Function<Someone, Function<TestContext, Answer>> what) {
    return () ->
        context -> {
          Someone somebody = people.computeIfAbsent(who, CitrusFlowIT::arrive);
          Answer a = what.apply(somebody).apply(context);
          hub.createProducer()
              .send(new DefaultMessage(a.body()).setHeader(STATUS, "" + a.status()), context);
        };
  }

  private static Someone arrive(String who) {
    return who.equals("resident") ? town.resident() : town.someone(who);
  }

  private ReceiveMessageActionBuilderSupport answer(int status) {
    return receive(hub).message().type(MessageType.JSON).header(STATUS, "" + status);
  }

  private static TestActionBuilder<?> until(
      TestActionBuilder<?> call, TestActionBuilder<?> answer) {
    return repeatOnError()
        .until((index, context) -> index > TRIES)
        .autoSleep(PAUSE_MS)
        .actions(call, answer);
  }
}
