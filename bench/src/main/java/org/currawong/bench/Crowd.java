package org.currawong.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Clients in a process of their own, one thread for all: sockets that stay open, requests made
 * beforehand, answers read and not understood. Reads lines {@code port clients requests
 * pause-nanos} and answers each with {@code nanos refused} and the nanoseconds of each answer; the
 * pause is what a client lets pass before it asks again.
 */
final class Crowd {

  /** Whatever does not come to its end within this is a fault and no measurement. */
  private static final long BOUND_NANOS = TimeUnit.SECONDS.toNanos(60);

  private static final long SELECT_MS = 1_000;

  /** Each client has an address of its own, as people have: the hub limits what one may send. */
  private static final int FIRST_ADDRESS = 2;

  private final int requests;
  private final long pauseNanos;
  private final Times times = new Times();
  private int sent;
  private int answered;
  private int refused;

  private Crowd(int requests, long pauseNanos) {
    this.requests = requests;
    this.pauseNanos = pauseNanos;
  }

  public static void main(String[] none) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", -1);
      Crowd crowd = new Crowd(Integer.parseInt(words[2]), Long.parseLong(words[3]));
      long nanos = crowd.run(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
      System.out.println(nanos + " " + crowd.refused + " " + crowd.times.words());
      System.out.flush();
    }
  }

  private long run(int port, int clients) throws IOException {
    List<Client> all = new ArrayList<>();
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < clients; i++) {
        all.add(new Client(port, selector, i));
      }
      long start = System.nanoTime();
      for (Client client : all) {
        client.ask();
      }
      while (answered < requests) {
        selector.select(key -> ready(key), SELECT_MS);
        if (System.nanoTime() - start > BOUND_NANOS) {
          throw new IOException("only " + answered + " answers in time");
        }
      }
      return System.nanoTime() - start;
    } finally {
      for (Client client : all) {
        client.channel.close();
      }
    }
  }

  private void ready(SelectionKey key) {
    Client client = (Client) key.attachment();
    try {
      if (client.answered()) {
        answered++;
        LockSupport.parkNanos(pauseNanos);
        client.ask();
      }
    } catch (IOException e) {
      throw new IllegalStateException("a connection broke", e);
    }
  }

  /** One connection with at most one request under way. */
  private final class Client {

    private final SocketChannel channel;
    private final int port;
    private final ByteBuffer in = ByteBuffer.allocate(16 * 1024);
    private long asked;

    Client(int port, Selector selector, int number) throws IOException {
      this.port = port;
      channel = SocketChannel.open();
      channel.bind(new InetSocketAddress("127.0.0." + (FIRST_ADDRESS + number), 0));
      channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, this);
    }

    void ask() throws IOException {
      if (sent < requests) {
        sent++;
        ByteBuffer request = ByteBuffer.wrap(request(port, sent));
        asked = System.nanoTime();
        while (request.hasRemaining()) {
          channel.write(request);
        }
      }
    }

    /** Reads what there is; true once a whole answer is there. */
    boolean answered() throws IOException {
      if (channel.read(in) < 0) {
        throw new IOException("the server closed the connection");
      }
      String text = new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1);
      int head = text.indexOf("\r\n\r\n");
      if (head < 0 || in.position() < head + 4 + length(text)) {
        return false;
      }
      times.add(System.nanoTime() - asked);
      refused += text.startsWith("HTTP/1.1 201") ? 0 : 1;
      in.clear();
      return true;
    }
  }

  /** The length of the body that follows this head. */
  static int length(String head) {
    String name = "content-length: ";
    int from = head.toLowerCase(java.util.Locale.ROOT).indexOf(name) + name.length();
    return Integer.parseInt(head.substring(from, head.indexOf('\r', from)));
  }

  /** One report, as a client sends it. */
  static byte[] request(int port, int number) {
    String body = Samples.json(String.format("%08d", number));
    String request =
        "POST /api/reports HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    return request.getBytes(StandardCharsets.US_ASCII);
  }
}
