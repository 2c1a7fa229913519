package org.currawong.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.hub.demo.DemoTown;
import org.currawong.inference.BuiltInRung;

/**
 * The hub's built-in inference over the demonstration's texts, without end, on every core. Says
 * {@code ready} once warm; then a line {@code go} lets it work, and any other line lets it rest;
 * each is answered.
 */
final class Rules {

  /** The compiler is done with what it will compile. */
  private static final int WARM_TEXTS = 10_000;

  private final List<String> texts =
      DemoTown.load().flood().stream().map(report -> report.text()).toList();
  private final BuiltInRung rung =
      BuiltInRung.load(Runnable::run, List.of(), PhraseBank.shipped(), System::nanoTime);
  private final AtomicLong read = new AtomicLong();
  private boolean working = true;

  private Rules() {}

  public static void main(String[] none) throws IOException {
    Rules rules = new Rules();
    for (int i = Runtime.getRuntime().availableProcessors(); i > 0; i--) {
      Thread.ofPlatform().daemon().start(rules::work);
    }
    while (rules.read.get() < WARM_TEXTS) {
      Thread.onSpinWait();
    }
    rules.work(false);
    say("ready");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      rules.work(line.equals("go"));
      say("done");
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  private synchronized void work(boolean now) {
    working = now;
    notifyAll();
  }

  private void work() {
    try {
      while (true) {
        awaitWork();
        long number = read.getAndIncrement();
        String text = texts.get((int) (number % texts.size()));
        var unused = rung.assess("r-" + number, text, null, null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void awaitWork() throws InterruptedException {
    while (!working) {
      wait();
    }
  }
}
