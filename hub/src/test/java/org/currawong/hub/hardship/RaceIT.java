package org.currawong.hub.hardship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.currawong.hub.flow.Drafts;
import org.currawong.hub.flow.Someone;
import org.currawong.hub.flow.Someone.Answer;
import org.currawong.hub.flow.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Approvals raced by two sockets: one person twice, then two people for the second place. In each
 * build as many alerts as fit into some seconds; {@code -Dcurrawong.races=1000
 * -Dtest.fork.seconds=7200} for the long form.
 */
class RaceIT {

  private static final int RACES = Integer.getInteger("currawong.races", 0);
  private static final Duration IN_A_BUILD = Duration.ofSeconds(20);
  private static final Duration RENDERED = Duration.ofSeconds(90);

  /** An approval takes a sign-in of the last five minutes. */
  private static final Duration SIGNED_IN = Duration.ofMinutes(3);

  /** Rendering takes most of the time: some are rendered while others are raced. */
  private static final int AHEAD = 4;

  @TempDir Path folder;
  private HubProcess hub;
  private List<Someone> ben = List.of();
  private Someone ada;
  private Someone cleo;
  private Someone dora;
  private long signedInAt;

  @Test
  void oneOfTwoSecondApprovalsReleasesAndNobodyCountsTwice() throws Exception {
    Path data = Folder.founded(folder.resolve("data"));
    Folder.verb(
        data, Folder.PASSWORD, "user", "add", "dora", "--role", "radio", "--password-stdin");
    List<String> raced = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      hub = HubProcess.begin(data).up();
      Deque<String> rendering = new ArrayDeque<>();
      signIn();
      long end = System.nanoTime() + IN_A_BUILD.toNanos();
      while (RACES > 0 ? raced.size() < RACES : System.nanoTime() < end || raced.isEmpty()) {
        while (rendering.size() < AHEAD) {
          rendering.add(submitted());
        }
        signInAgain();
        race(pool, rendering.peek());
        raced.add(rendering.remove());
      }
      assertEquals(0, hub.stop(), hub.err());
    } finally {
      hub.close();
    }
    System.out.println(raced.size() + " alerts raced, two races each");
    LogFacts log = LogFacts.read(data);
    raced.forEach(alert -> oneRelease(log, alert));
    assertTrue(new SpoolJudge(data).judge() >= raced.size(), "each was spoken or printed");
  }

  private void signIn() throws Exception {
    ada = hub.someone("ada");
    // Two sessions of one person.
    ben = List.of(hub.someone("ben"), hub.someone("ben"));
    cleo = hub.someone("cleo");
    dora = hub.someone("dora");
    signedInAt = System.nanoTime();
  }

  private void signInAgain() throws Exception {
    if (System.nanoTime() - signedInAt > SIGNED_IN.toNanos()) {
      signIn();
    }
  }

  private String submitted() {
    String id = ada.post("/api/alerts", Drafts.flood("Actual")).text("id");
    assertEquals(200, ada.post("/api/alerts/" + id + "/submit", Map.of()).status());
    return id;
  }

  private void race(ExecutorService pool, String id) throws Exception {
    String path = "/api/alerts/" + id;
    Until.holds(RENDERED, "rendered", () -> !ada.get(path).text("manifest").isEmpty());
    Map<String, String> yes =
        Map.of("manifest", ada.get(path).text("manifest"), "confirm", Drafts.AREA);
    List<Answer> first = both(pool, ben.get(0), ben.get(1), path + "/approvals", yes);
    one(first, "approved");
    List<Answer> second = both(pool, cleo, dora, path + "/approvals", yes);
    one(second, "released");
    assertEquals("released", ada.get(path).text("state"));
  }

  /** One of two was heard, the other was told why not. */
  private static void one(List<Answer> answers, String state) {
    List<Integer> statuses = answers.stream().map(Answer::status).sorted().toList();
    assertEquals(List.of(200, 409), statuses, () -> answers.get(0).body() + answers.get(1).body());
    for (Answer a : answers) {
      if (a.status() == 200) {
        assertEquals(state, a.text("state"));
      } else {
        assertTrue(!a.text("detail").isBlank(), a.body());
      }
    }
  }

  private static List<Answer> both(
      ExecutorService pool, Someone left, Someone right, String path, Object body)
      throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    Future<Answer> a = pool.submit(sender(start, left, path, body));
    Future<Answer> b = pool.submit(sender(start, right, path, body));
    return List.of(
        a.get(RENDERED.toSeconds(), TimeUnit.SECONDS),
        b.get(RENDERED.toSeconds(), TimeUnit.SECONDS));
  }

  private static Callable<Answer> sender(
      CyclicBarrier start, Someone who, String path, Object body) {
    return () -> {
      start.await();
      return who.post(path, body);
    };
  }

  private static void oneRelease(LogFacts log, String alert) {
    assertEquals(1, log.about("AlertReleased", alert).size(), alert);
    List<JsonNode> approvals = log.about("AlertApproved", alert);
    assertEquals(2, approvals.size(), alert);
    HashSet<JsonNode> people = new HashSet<>();
    HashSet<JsonNode> sessions = new HashSet<>();
    approvals.forEach(
        a -> {
          people.add(a.path("by"));
          sessions.add(a.path("session"));
        });
    assertEquals(2, people.size(), alert);
    assertEquals(2, sessions.size(), alert);
  }
}
