package org.currawong.hub.flow;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Holds a process still, as one that hangs, and lets it go on. */
public final class Signal {

  private static final long SENT_SECONDS = 10;

  private Signal() {}

  public static void hang(Process process, boolean hangs) throws Exception {
    String signal = hangs ? "-STOP" : "-CONT";
    Process kill = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start();
    if (!kill.waitFor(SENT_SECONDS, TimeUnit.SECONDS) || kill.exitValue() != 0) {
      throw new IOException("no " + signal + " reached the process");
    }
  }
}
