package org.currawong.hardware.ups;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One connection to upsd, kept over many questions and made anew after a fault. It asks and never
 * tells: no LOGIN (upsd would count the hub as a powered load), no SET, no INSTCMD. One thread.
 */
public final class UpsdClient implements AutoCloseable {

  /** On the same machine or the same table. */
  static final Duration CONNECT = Duration.ofSeconds(2);

  /**
   * For a whole answer, however slowly it drips: upsd answers from memory. With the hysteresis this
   * still leaves the console time to tell of a upsd that hangs.
   */
  static final Duration ANSWER = Duration.ofSeconds(3);

  /** The richest of 230 real devices has some 200 variables. */
  static final int MOST_LINES = 2_000;

  /** Four times what those lines take. */
  static final int MOST_BYTES = 256 * 1024;

  private static final int BUFFER = 8 * 1024;

  private final UpsdAddress address;
  private Socket socket;
  private InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int filled;

  public UpsdClient(UpsdAddress address) {
    this.address = address;
  }

  /** upsd answered, and not with readings; the connection is good. */
  public static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused(NutAnswer.Refusal refusal) {
      super(refusal.words());
    }
  }

  /**
   * Every variable of a UPS.
   *
   * @throws Refused if upsd has no readings of it: unknown, stale, no driver
   * @throws IOException if upsd does not answer, or not as upsd does; in words for people
   */
  public Map<String, String> variables(String ups) throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    ask(
        NutCodec.listVariables(ups),
        answer -> {
          if (answer instanceof NutAnswer.Variable v) {
            all.put(v.name(), v.value());
          }
        });
    return all;
  }

  /** Every UPS that upsd knows, with its description. */
  public Map<String, String> devices() throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    ask(
        NutCodec.listDevices(),
        answer -> {
          if (answer instanceof NutAnswer.Device d) {
            all.put(d.name(), d.description());
          }
        });
    return all;
  }

  private interface Taker {
    void take(NutAnswer answer);
  }

  private void ask(String question, Taker taker) throws IOException {
    try {
      connect();
      socket.getOutputStream().write(question.getBytes(StandardCharsets.UTF_8));
      list(taker);
    } catch (Refused refused) {
      throw refused;
    } catch (SocketTimeoutException slow) {
      drop();
      throw new IOException("upsd at " + address + " does not answer in time", slow);
    } catch (IOException gone) {
      drop();
      throw new IOException("upsd at " + address + " does not answer: " + gone.getMessage(), gone);
    }
  }

  /** Reads until the list ends. A list that never began is no list. */
  private void list(Taker taker) throws IOException {
    long end = System.nanoTime() + ANSWER.toNanos();
    int bytes = 0;
    boolean begun = false;
    for (int lines = 0; lines < MOST_LINES && bytes < MOST_BYTES; lines++) {
      String line = line(end);
      bytes += line.length();
      switch (NutCodec.read(line)) {
        case NutAnswer.Refusal refusal -> throw new Refused(refusal);
        case NutAnswer.Begin b -> begun = true;
        case NutAnswer.End e -> {
          if (begun) {
            return;
          }
          throw new IOException("a list ends that did not begin");
        }
        case NutAnswer.Malformed bad -> throw new IOException(bad.why());
        case NutAnswer.Variable v -> taker.take(v);
        case NutAnswer.Device d -> taker.take(d);
        case NutAnswer.Ignored i -> {}
      }
    }
    throw new IOException("an answer without end");
  }

  private String line(long end) throws IOException {
    byte[] line = new byte[NutCodec.LONGEST_LINE];
    for (int n = 0; n < line.length; n++) {
      int b = next(end);
      if (b == '\n') {
        return new String(line, 0, n, StandardCharsets.UTF_8);
      }
      line[n] = (byte) b;
    }
    throw new IOException("a line longer than " + NutCodec.LONGEST_LINE + " bytes");
  }

  private int next(long end) throws IOException {
    if (at == filled) {
      long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      if (left <= 0) {
        throw new SocketTimeoutException("out of time");
      }
      socket.setSoTimeout((int) left);
      filled = Math.max(0, in.read(buffer));
      at = 0;
      if (filled == 0) {
        throw new IOException("it closed the connection");
      }
    }
    return buffer[at++];
  }

  private void connect() throws IOException {
    if (socket != null) {
      return;
    }
    Socket fresh = new Socket();
    try {
      fresh.connect(
          new InetSocketAddress(address.host(), address.port()), (int) CONNECT.toMillis());
      fresh.setTcpNoDelay(true);
      in = fresh.getInputStream();
    } catch (IOException | RuntimeException e) {
      fresh.close();
      throw e;
    }
    at = 0;
    filled = 0;
    socket = fresh;
  }

  private void drop() {
    Socket old = socket;
    socket = null;
    if (old != null) {
      try {
        old.close();
      } catch (IOException alreadyGone) {
        // what was asked has failed already, and says so
      }
    }
  }

  /** Says good-bye where it can. */
  @Override
  public void close() {
    if (socket != null) {
      try {
        socket.getOutputStream().write(NutCodec.logout().getBytes(StandardCharsets.US_ASCII));
      } catch (IOException alreadyGone) {
        // it knows by now
      }
    }
    drop();
  }
}
