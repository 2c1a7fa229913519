package org.currawong.incidentlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.currawong.incidentlog.disk.Disk;
import org.currawong.incidentlog.disk.DiskFile;

/**
 * Write-once files named by the SHA-256 of their content, under {@code DIR/artefacts}; one with
 * personal data is sealed under a key of its own. Content and name are forced before {@link #put}
 * returns: so before the fact that names them. For any thread.
 */
public final class Artefacts {

  /** A recording of 90 s in PCM is some 3 MB; nothing that a way out takes is near this. */
  public static final int MAX_BYTES = 64 * 1024 * 1024;

  private static final String TEMPORARY = "tmp";
  private static final String SEALED = ".k";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Disk disk;
  private final Path folder;
  private final Keyring keyring;
  private final Map<String, Integer> slots = new ConcurrentHashMap<>(); // of sealed ones, by hash
  private final AtomicLong counter = new AtomicLong();

  private Artefacts(Disk disk, Path folder, Keyring keyring) {
    this.disk = disk;
    this.folder = folder;
    this.keyring = keyring;
  }

  /** Opens the folder and drops what a crash left half-written. */
  public static Artefacts open(Disk disk, Path folder, Keyring keyring) throws IOException {
    Path temporary = folder.resolve(TEMPORARY);
    disk.makeFolder(temporary);
    for (String name : disk.list(temporary)) {
      disk.delete(temporary.resolve(name));
    }
    disk.forceFolder(folder);
    Artefacts artefacts = new Artefacts(disk, folder, keyring);
    for (String name : disk.list(folder)) {
      artefacts.index(name);
    }
    return artefacts;
  }

  private void index(String name) {
    if (name.matches("[0-9a-f]{64}\\.k[0-9]{1,9}")) {
      String hash = name.substring(0, name.indexOf('.'));
      int slot = Integer.parseInt(name.substring(name.indexOf('.') + SEALED.length()));
      slots.put(hash, slot);
      keyring.bind(subject(hash), slot);
    }
  }

  private static String subject(String hash) {
    return "artefact:" + hash;
  }

  /**
   * @param personal true for what names people: it is sealed
   */
  public record Content(byte[] bytes, boolean personal) {}

  /** Keeps one; see {@link #putAll}. Returns its SHA-256, 64 hex digits. */
  public String put(byte[] bytes, boolean personal) throws IOException {
    return putAll(List.of(new Content(bytes, personal))).getFirst();
  }

  /**
   * Keeps several with one force of the folder. What is there already stays as it is: the same name
   * means the same bytes.
   *
   * @return the SHA-256 of each, 64 hex digits
   * @throws IOException then none may be named in a fact
   */
  public List<String> putAll(List<Content> contents) throws IOException {
    List<String> hashes =
        contents.stream()
            .map(c -> HexFormat.of().formatHex(Chain.sha256().digest(c.bytes())))
            .toList();
    for (int i = 0; i < contents.size(); i++) {
      if (get(hashes.get(i)).isEmpty()) {
        write(hashes.get(i), contents.get(i));
      }
    }
    disk.forceFolder(folder);
    return hashes;
  }

  private void write(String hash, Content content) throws IOException {
    if (content.bytes().length > MAX_BYTES) {
      throw new IOException("an artefact of " + content.bytes().length + " bytes is too large");
    }
    int slot = content.personal() ? keyring.slotFor(subject(hash)) : -1;
    byte[] stored = content.personal() ? seal(hash, slot, content.bytes()) : content.bytes();
    Path temporary = folder.resolve(TEMPORARY).resolve(hash + "." + counter.incrementAndGet());
    try (DiskFile file = disk.open(temporary)) {
      file.write(ByteBuffer.wrap(stored), 0);
      file.force();
    } catch (IOException e) {
      disk.delete(temporary);
      throw e;
    }
    disk.rename(temporary, file(hash, slot));
    if (content.personal()) {
      slots.put(hash, slot);
    }
  }

  private Path file(String hash, int slot) {
    return folder.resolve(slot < 0 ? hash : hash + SEALED + slot);
  }

  private byte[] seal(String hash, int slot, byte[] bytes) throws IOException {
    byte[] nonce = new byte[Keyring.NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] sealed =
        keyring
            .seal(slot, nonce, context(hash), bytes)
            .orElseThrow(() -> new IOException("the artefact's key was erased"));
    byte[] stored = Arrays.copyOf(nonce, nonce.length + sealed.length);
    System.arraycopy(sealed, 0, stored, nonce.length, sealed.length);
    return stored;
  }

  private static byte[] context(String hash) {
    return ("currawong/artefact/v1 " + hash).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The bytes of an artefact, checked against their hash.
   *
   * @param sha256 64 hex digits
   * @return empty if it is not there, its key is erased, or it is damaged
   */
  public Optional<byte[]> get(String sha256) throws IOException {
    return unchecked(sha256)
        .filter(b -> HexFormat.of().formatHex(Chain.sha256().digest(b)).equals(sha256));
  }

  /**
   * The bytes of an artefact as the disk gives them, for whoever hashes them himself.
   *
   * @param sha256 64 hex digits
   * @return empty if it is not there, or its key is erased
   */
  public Optional<byte[]> unchecked(String sha256) throws IOException {
    if (!sha256.matches("[0-9a-f]{64}")) {
      return Optional.empty();
    }
    int slot = slots.getOrDefault(sha256, -1);
    Path file = file(sha256, slot);
    if (!disk.exists(file)) {
      return Optional.empty();
    }
    byte[] stored = disk.readAll(file);
    return slot < 0 ? Optional.of(stored) : unseal(sha256, slot, stored);
  }

  private Optional<byte[]> unseal(String hash, int slot, byte[] stored) {
    if (stored.length < Keyring.NONCE_BYTES) {
      return Optional.empty();
    }
    return keyring.open(
        slot,
        Arrays.copyOf(stored, Keyring.NONCE_BYTES),
        context(hash),
        Arrays.copyOfRange(stored, Keyring.NONCE_BYTES, stored.length));
  }

  /** Makes a sealed artefact unreadable for good; forced on return. */
  public void erase(String sha256) throws IOException {
    keyring.erase(subject(sha256));
  }
}
