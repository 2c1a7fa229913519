package org.currawong.channels.cap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.currawong.broker.SpoolFolder;
import org.currawong.broker.WayOut;
import org.currawong.domain.delivery.Order;
import org.currawong.domain.delivery.Recipient;

/**
 * CAP's way out: released messages as files, {@code <alert>-<order>.xml}, from which the feed and
 * {@code /cap/<identifier>.xml} are served. Only what {@code OrderDesk} let through stands on the
 * shelf, so that nothing unreleased can be in a feed. Safe for several threads.
 */
public final class CapShelf implements WayOut {

  /** Messages in a feed; older ones stay on the shelf and are served by their identifier. */
  public static final int MOST_ENTRIES = 100;

  /** Files read at start; a hub that has sent more keeps the newest by name order. */
  private static final int MOST_FILES = 10_000;

  /** A message of ours is a few kilobytes; anything larger in the folder is not ours. */
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private final SpoolFolder folder;
  private final Map<String, Message> byIdentifier = new ConcurrentHashMap<>();

  /** A message on the shelf. */
  private record Message(AtomFeed.Entry entry, byte[] bytes) {}

  /**
   * Reads what stands in the folder.
   *
   * @param folder {@code spool/cap} of the realm
   * @throws IOException where the folder is there and can't be read
   */
  public CapShelf(Path folder) throws IOException {
    this.folder = new SpoolFolder(folder);
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(file -> file.getFileName().toString().endsWith(".xml"))
            .sorted(Comparator.reverseOrder())
            .limit(MOST_FILES)
            .map(CapShelf::read)
            .forEach(this::stand);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
  }

  @Override
  public Result deliver(Order order, Recipient recipient, StopSign stop) throws IOException {
    if (stop.stopped()) {
      return new Result.Stopped();
    }
    if (folder.path(name(order)) == null || CapCheck.entry(order.bytes()).isEmpty()) {
      return new Result.Failed("not a CAP message that can be kept", false);
    }
    try {
      folder.write(name(order), order.bytes());
    } catch (FileAlreadyExistsException e) {
      return new Result.Failed("another file has the order's name", false);
    }
    stand(order.bytes());
    return new Result.Sent();
  }

  @Override
  public Evidence wasDone(Order order, Recipient recipient) {
    return folder.holds(name(order)) ? Evidence.DONE : Evidence.NOT_DONE;
  }

  /** The newest messages, the newest first. */
  public List<AtomFeed.Entry> entries() {
    return byIdentifier.values().stream()
        .map(Message::entry)
        .sorted(
            Comparator.comparing(AtomFeed.Entry::sent)
                .thenComparing(AtomFeed.Entry::identifier)
                .reversed())
        .limit(MOST_ENTRIES)
        .toList();
  }

  /**
   * The feed of what stands here.
   *
   * @param opened the feed's time while the shelf is empty
   * @see AtomFeed for the other parameters
   */
  public AtomFeed feed(
      String hubId,
      String hubName,
      String title,
      String path,
      String publicUrl,
      Instant opened,
      String checkWords) {
    List<AtomFeed.Entry> newest = entries();
    Instant updated = newest.isEmpty() ? opened : newest.getFirst().sent();
    return new AtomFeed(hubId, title, hubName, path, publicUrl, updated, checkWords, newest);
  }

  /** The exact bytes of a message, by CAP's identifier. */
  public Optional<byte[]> message(String identifier) {
    return Optional.ofNullable(byIdentifier.get(identifier))
        .map(message -> message.bytes().clone());
  }

  private void stand(byte[] bytes) {
    CapCheck.entry(bytes)
        .ifPresent(entry -> byIdentifier.put(entry.identifier(), new Message(entry, bytes)));
  }

  private static byte[] read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MOST_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Order order) {
    return order.alert() + "-" + order.id() + ".xml";
  }
}
