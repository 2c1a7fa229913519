package org.currawong.radio.icecast;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A connection to the server whose every wait is bounded: a server that accepts and then neither
 * reads nor answers holds nobody. For one thread, but for {@link #close}.
 */
final class SourceLine implements AutoCloseable {

  /** The kernel holds back a second of audio at most, so that a server that hangs shows soon. */
  private static final int SEND_BUFFER = 4_096;

  /** An answer's head and the few words of a refusal; the rest is not read. */
  private static final int MOST_ANSWER = 8_192;

  /** Said of a connection that the server ended. */
  static final String GONE = "the server ended the connection";

  private static final String HEAD_ENDS = "\r\n\r\n";

  private final SocketChannel channel;
  private final Selector selector;
  private final LongSupplier nanos;
  private final ByteBuffer stray = ByteBuffer.allocate(256);

  private SourceLine(SocketChannel channel, Selector selector, LongSupplier nanos) {
    this.channel = channel;
    this.selector = selector;
    this.nanos = nanos;
  }

  /**
   * Connects.
   *
   * @throws IOException in words for a person
   */
  static SourceLine open(String host, int port, Duration patience, LongSupplier nanos)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new UnknownHostException("no machine is known by the name " + host);
    }
    SourceLine line = new SourceLine(SocketChannel.open(), Selector.open(), nanos);
    try {
      line.connect(address, patience);
      return line;
    } catch (IOException e) {
      line.close();
      throw e;
    }
  }

  private void connect(InetSocketAddress address, Duration patience) throws IOException {
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
    channel.register(selector, SelectionKey.OP_CONNECT);
    try {
      if (!channel.connect(address)) {
        await(SelectionKey.OP_CONNECT, nanos.getAsLong() + patience.toNanos());
        channel.finishConnect();
      }
    } catch (java.net.ConnectException refused) {
      throw new IOException("nothing answers at the server's address", refused);
    }
  }

  /**
   * Writes all of it.
   *
   * @throws IOException where the server does not take it in time, or has gone
   */
  void write(byte[] bytes, Duration patience) throws IOException {
    long end = nanos.getAsLong() + patience.toNanos();
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    some(rest);
    while (rest.hasRemaining()) {
      await(SelectionKey.OP_WRITE, end);
      some(rest);
    }
  }

  private void some(ByteBuffer rest) throws IOException {
    try {
      channel.write(rest);
    } catch (IOException gone) {
      throw new IOException(GONE, gone);
    }
  }

  /**
   * The answer: its head where that promises audio or more, else all of it up to a bound.
   *
   * @throws IOException where none comes in time
   */
  String answer(Duration patience) throws IOException {
    long end = nanos.getAsLong() + patience.toNanos();
    ByteBuffer in = ByteBuffer.allocate(MOST_ANSWER);
    String text = "";
    while (in.hasRemaining() && !(text.contains(HEAD_ENDS) && IcecastCodec.accepted(text))) {
      int read = received(in);
      if (read < 0) {
        break;
      }
      if (read == 0) {
        await(SelectionKey.OP_READ, end);
      }
      text = new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1);
    }
    if (text.isEmpty()) {
      throw new IOException(GONE + " without an answer");
    }
    return text;
  }

  private int received(ByteBuffer in) throws IOException {
    try {
      return channel.read(in);
    } catch (IOException reset) {
      throw new IOException(GONE, reset);
    }
  }

  /** Whether the server has ended the connection; what it says meanwhile is passed over. */
  boolean ended() {
    stray.clear();
    try {
      return channel.read(stray) < 0;
    } catch (IOException reset) {
      return true;
    }
  }

  private void await(int what, long end) throws IOException {
    channel.keyFor(selector).interestOps(what);
    do {
      long left = (end - nanos.getAsLong()) / 1_000_000;
      if (left <= 0) {
        throw new IOException(
            what == SelectionKey.OP_WRITE
                ? "the server no longer takes the stream"
                : "the server does not answer");
      }
      selector.select(left);
      selector.selectedKeys().clear();
      if (!channel.isOpen() || Thread.currentThread().isInterrupted()) {
        throw new IOException("stopped");
      }
    } while ((channel.keyFor(selector).readyOps() & what) == 0);
  }

  @Override
  public void close() {
    try (selector;
        channel) {
      // Both are let go of, whatever the other says.
    } catch (IOException gone) {
      // It is closed all the same.
    }
  }
}
