package org.currawong.console.http;

import java.time.Duration;

/** The server's limits, each with its reason. */
public final class Limits {

  /** A call without a body: some clients send an empty object. */
  public static final int SMALL = 1024;

  /** A report of 8 KB grows threefold when a form escapes its characters, and has more fields. */
  public static final int REPORT = 32 * 1024;

  /** A draft in a dozen languages. */
  public static final int DRAFT = 256 * 1024;

  /** Names, reasons, a person of the directory. */
  public static final int FORM = 16 * 1024;

  /** Request line; the longest path of ours is under 200 characters, a search adds some. */
  static final int REQUEST_LINE = 4096;

  /** All headers together: a browser sends about 1 KB. */
  static final int HEADERS = 16 * 1024;

  /** A connection on which nothing moves is given up; live streams beat more often. */
  static final Duration IDLE = Duration.ofSeconds(60);

  /** A body, or the first header, that takes longer comes from nobody who means well. */
  static final Duration ARRIVAL = Duration.ofSeconds(20);

  /** What is left of a refused body is thrown away this long, so that the answer can be read. */
  static final Duration LINGER = Duration.ofSeconds(1);

  /** How often an open live stream is written to, so that proxies and {@link #IDLE} let it live. */
  static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /** Connections in all: a small machine holds this many without trouble. */
  static final int CONNECTIONS = 2000;

  /** Connections from one address off loopback: a household behind one address, and more. */
  static final int CONNECTIONS_PER_ADDRESS = 100;

  /** Requests being answered at once; more wait in nobody's memory but get 503. */
  static final int AT_ONCE = 1000;

  /** Bytes that may wait for a slow reader of a live stream before it is cut off. */
  static final int STREAM_QUEUE = 256 * 1024;

  private Limits() {}
}
