package org.currawong.incidentlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.currawong.incidentlog.disk.Disk;
import org.currawong.incidentlog.disk.DiskFile;

/**
 * Keys made and forced in advance, a file of many at a time, so that a new report's or person's key
 * costs no force of its own: which slot is whose stands in the log line that names it. To erase is
 * to overwrite the slot.
 *
 * <p>A slot handed out before a restart is never handed out again, because each start begins a new
 * file: a key whose line was lost in a power cut stays unused.
 */
final class KeySlots {

  /** Keys in a file: one force for a thousand reports. */
  static final int PER_FILE = 1024;

  /** A slot never straddles a sector, so overwriting it is one step. */
  private static final int SLOT_BYTES = 64;

  private static final int KEY_BYTES = 32;
  private static final int CHECK_BYTES = 16;
  private static final String PREFIX = "slots-";
  private static final String SUFFIX = ".keys";

  private final Disk disk;
  private final Path folder;
  private final int perFile;
  private final SecureRandom random = new SecureRandom();
  private final List<byte[]> files = new CopyOnWriteArrayList<>();
  private int next; // slot to hand out

  private KeySlots(Disk disk, Path folder, int perFile) {
    this.disk = disk;
    this.folder = folder;
    this.perFile = perFile;
  }

  /**
   * @param perFile the same for every opening of one folder
   */
  static KeySlots open(Disk disk, Path folder, int perFile) throws IOException {
    disk.makeFolder(folder);
    disk.forceFolder(folder); // a name that a killed process made may be in memory alone
    KeySlots slots = new KeySlots(disk, folder, perFile);
    while (disk.exists(slots.file(slots.files.size()))) {
      byte[] file = disk.readAll(slots.file(slots.files.size()));
      slots.files.add(Arrays.copyOf(file, perFile * SLOT_BYTES));
    }
    slots.next = slots.files.size() * perFile;
    slots.addFile();
    return slots;
  }

  private Path file(int index) {
    return folder.resolve(String.format("%s%06d%s", PREFIX, index, SUFFIX));
  }

  private void addFile() throws IOException {
    byte[] file = new byte[perFile * SLOT_BYTES];
    int first = files.size() * perFile;
    byte[] key = new byte[KEY_BYTES];
    for (int i = 0; i < perFile; i++) {
      random.nextBytes(key);
      System.arraycopy(key, 0, file, i * SLOT_BYTES, KEY_BYTES);
      System.arraycopy(check(first + i, key), 0, file, i * SLOT_BYTES + KEY_BYTES, CHECK_BYTES);
    }
    disk.replace(file(files.size()), file);
    files.add(file);
  }

  private static byte[] check(int slot, byte[] key) {
    MessageDigest digest = Chain.sha256();
    digest.update(("slot " + slot).getBytes(StandardCharsets.UTF_8));
    return Arrays.copyOf(digest.digest(key), CHECK_BYTES);
  }

  /** A slot that nobody has had. Forces a file only when all are used up. */
  synchronized int take() throws IOException {
    if (next == files.size() * perFile) {
      addFile();
    }
    return next++;
  }

  /** Makes sure that at least half a file of slots is free; for a thread that may wait. */
  synchronized void topUp() throws IOException {
    if (files.size() * perFile - next < perFile / 2) {
      addFile();
    }
  }

  /** A copy of the key; {@code null} if it was erased, damaged or never there. */
  byte[] key(int slot) {
    if (slot < 0 || slot / perFile >= files.size()) {
      return null;
    }
    byte[] file = files.get(slot / perFile);
    int at = slot % perFile * SLOT_BYTES;
    byte[] key = Arrays.copyOfRange(file, at, at + KEY_BYTES);
    byte[] check = Arrays.copyOfRange(file, at + KEY_BYTES, at + KEY_BYTES + CHECK_BYTES);
    return MessageDigest.isEqual(check, check(slot, key)) ? key : null;
  }

  /** Overwrites the key and forces that; harmless if done before. */
  synchronized void erase(int slot) throws IOException {
    if (slot < 0 || slot / perFile >= files.size()) {
      return;
    }
    int at = slot % perFile * SLOT_BYTES;
    Arrays.fill(files.get(slot / perFile), at, at + SLOT_BYTES, (byte) 0);
    try (DiskFile file = disk.open(file(slot / perFile))) {
      file.write(ByteBuffer.allocate(SLOT_BYTES), at);
      file.force();
    }
  }
}
