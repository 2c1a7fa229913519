package org.currawong.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

final class LoggingTest {
  /** What the hub's own logback.xml lets through to standard error. */
  private static List<String> logged(java.util.function.Consumer<LoggerContext> saying)
      throws Exception {
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new ch.qos.logback.classic.util.LogbackMDCAdapter());
    try {
      JoranConfigurator configurator = new JoranConfigurator();
      configurator.setContext(context);
      configurator.doConfigure(LoggingTest.class.getResource("/logback.xml"));
      saying.accept(context);
    } finally {
      context.stop();
      System.setErr(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void ourOwnNewsAndEverybodysWarningsAreLoggedAndNothingElse() throws Exception {
    List<String> lines =
        logged(
            context -> {
              context.getLogger("org.currawong.hub").info("ours");
              context.getLogger("org.currawong.hub").debug("detail");
              context.getLogger("org.apache.camel").info("theirs");
              context.getLogger("org.apache.camel").warn("their warning");
            });
    assertEquals(2, lines.size(), lines::toString);
    assertTrue(lines.get(0).endsWith("INFO  hub ours"), lines::toString);
    assertTrue(lines.get(1).endsWith("WARN  camel their warning"), lines::toString);
  }

  @Test
  void aHostileMessageStaysOnOneLineAndColoursNothing() throws Exception {
    List<String> lines =
        logged(
            context ->
                context
                    .getLogger("org.currawong.hub")
                    .info("name {}", "x\n2026-01-01 INFO forged\u001b[31m"));
    assertEquals(1, lines.size(), lines::toString);
    assertTrue(lines.getFirst().endsWith("name x 2026-01-01 INFO forged [31m"), lines::toString);
  }

  @Test
  void onlyTheBrokersWordsAboutDeadLetterQueuesAreDropped() throws Exception {
    List<String> lines =
        logged(
            context -> {
              Logger broker = context.getLogger("org.apache.activemq.artemis.core.server");
              broker.warn(
                  "AMQ222165: No Dead Letter Address configured for queue {} in AddressSettings",
                  "DEAD.REPORTS");
              broker.warn(
                  "AMQ222166: No Expiry Address configured for queue {} in AddressSettings",
                  "EXPIRED.REPORTS");
              broker.warn(
                  "AMQ222165: No Dead Letter Address configured for queue {} in AddressSettings",
                  "REPORTS");
              broker.warn("AMQ222210: Free storage space is low");
            });
    assertEquals(2, lines.size(), lines::toString);
  }

  @Test
  void anExceptionIsShownWithItsTrace() throws Exception {
    List<String> lines =
        logged(
            context ->
                context
                    .getLogger("org.currawong.hub")
                    .warn("failed", new IllegalStateException("why")));
    assertTrue(lines.get(1).contains("IllegalStateException: why"), lines::toString);
    assertTrue(lines.get(2).strip().startsWith("at "), lines::toString);
  }
}
