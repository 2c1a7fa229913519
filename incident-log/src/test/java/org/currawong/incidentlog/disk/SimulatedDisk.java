package org.currawong.incidentlog.disk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A disk in memory that knows which bytes and which names were forced. It halts at an operation of
 * the test's choice, and {@link #afterPowerCut} gives the disk that a hub would then find.
 */
public final class SimulatedDisk implements Disk {

  /** A folder's names: seen by the process, forced, and the changes in between. */
  private static final class Folder {
    private final Map<String, SimulatedFile> seen = new TreeMap<>();
    private final Map<String, SimulatedFile> durable = new TreeMap<>();
    private final List<Consumer<Map<String, SimulatedFile>>> pending = new ArrayList<>();

    void change(Consumer<Map<String, SimulatedFile>> change) {
      change.accept(seen);
      pending.add(change);
    }

    void force() {
      pending.forEach(c -> c.accept(durable));
      pending.clear();
    }
  }

  private final Map<Path, Folder> folders = new TreeMap<>();
  private long operations;
  private long haltAt = Long.MAX_VALUE;
  private long failForceAt = Long.MAX_VALUE;
  private long room = Long.MAX_VALUE;
  private boolean forceDoesNothing;
  private boolean halted;

  /** Operations so far that change something or force it. */
  public synchronized long operations() {
    return operations;
  }

  /** The power goes at this operation, counted from 1 on. */
  public synchronized SimulatedDisk haltAt(long operation) {
    haltAt = operation;
    return this;
  }

  /** The control: a disk that says "forced" and does nothing. */
  public synchronized SimulatedDisk withForceDoingNothing() {
    forceDoesNothing = true;
    return this;
  }

  /** The force that is this operation fails, as a dying medium's does. */
  public synchronized SimulatedDisk failForceFrom(long operation) {
    failForceAt = operation;
    return this;
  }

  /** From now on only so many bytes more may be written. */
  public synchronized SimulatedDisk withRoom(long bytes) {
    room = bytes;
    return this;
  }

  /** What is there when the power comes back. */
  public synchronized SimulatedDisk afterPowerCut(Loss loss, Random random) {
    SimulatedDisk after = new SimulatedDisk();
    after.forceDoesNothing = forceDoesNothing;
    folders.forEach(
        (path, folder) -> {
          Map<String, SimulatedFile> names = new TreeMap<>(folder.durable);
          for (Consumer<Map<String, SimulatedFile>> change : folder.pending) {
            boolean there = loss == Loss.KEPT || loss != Loss.DROPPED && random.nextBoolean();
            if (there) {
              change.accept(names);
            }
          }
          Folder found = new Folder();
          names.forEach(
              (name, file) -> found.seen.put(name, new SimulatedFile(file.after(loss, random))));
          found.durable.putAll(found.seen);
          after.folders.put(path, found);
        });
    return after;
  }

  /** The process was killed and the system lives on: all that was written is there, unforced. */
  public synchronized SimulatedDisk afterKill() {
    halted = false;
    haltAt = Long.MAX_VALUE;
    return this;
  }

  private boolean halts() {
    if (halted) {
      throw new PowerLost(operations);
    }
    halted = ++operations >= haltAt;
    return halted;
  }

  /** Carries out a change; if the power goes at it, nobody is told. */
  private void step(Runnable change) {
    boolean lost = halts();
    change.run();
    if (lost) {
      throw new PowerLost(operations);
    }
  }

  private void forceStep(Runnable force) throws IOException {
    if (halts()) {
      throw new PowerLost(operations);
    }
    if (operations >= failForceAt) {
      throw new IOException("Input/output error");
    }
    if (!forceDoesNothing) {
      force.run();
    }
  }

  private Folder folder(Path path) throws NoSuchFileException {
    Folder folder = folders.get(path.toAbsolutePath());
    if (folder == null) {
      throw new NoSuchFileException(path.toString());
    }
    return folder;
  }

  private SimulatedFile file(Path path) throws NoSuchFileException {
    SimulatedFile file = folder(path.getParent()).seen.get(path.getFileName().toString());
    if (file == null) {
      throw new NoSuchFileException(path.toString());
    }
    return file;
  }

  @Override
  public synchronized DiskFile open(Path path) throws IOException {
    Folder folder = folder(path.getParent());
    String name = path.getFileName().toString();
    if (!folder.seen.containsKey(name)) {
      SimulatedFile made = new SimulatedFile();
      step(() -> folder.change(names -> names.put(name, made)));
    }
    return new Opened(folder.seen.get(name));
  }

  @Override
  public synchronized InputStream read(Path path) throws IOException {
    return new ByteArrayInputStream(file(path).seen());
  }

  @Override
  public synchronized long size(Path path) throws IOException {
    return file(path).seen().length;
  }

  @Override
  public synchronized boolean exists(Path path) {
    Folder folder = folders.get(path.getParent().toAbsolutePath());
    return folder != null && folder.seen.containsKey(path.getFileName().toString());
  }

  @Override
  public synchronized List<String> list(Path path) {
    Folder folder = folders.get(path.toAbsolutePath());
    return folder == null ? List.of() : List.copyOf(folder.seen.keySet());
  }

  @Override
  public synchronized void makeFolder(Path path) {
    for (Path p = path.toAbsolutePath(); p != null; p = p.getParent()) {
      folders.computeIfAbsent(p, made -> new Folder());
    }
  }

  @Override
  public synchronized void rename(Path from, Path to) throws IOException {
    SimulatedFile file = file(from);
    Folder source = folder(from.getParent());
    Folder target = folder(to.getParent());
    String old = from.getFileName().toString();
    String name = to.getFileName().toString();
    if (source == target) {
      step(
          () ->
              source.change(
                  names -> {
                    names.remove(old);
                    names.put(name, file);
                  }));
      return;
    }
    step(
        () -> {
          target.change(names -> names.put(name, file));
          source.change(names -> names.remove(old));
        });
  }

  @Override
  public synchronized void delete(Path path) throws IOException {
    Folder folder = folder(path.getParent());
    String name = path.getFileName().toString();
    if (folder.seen.containsKey(name)) {
      step(() -> folder.change(names -> names.remove(name)));
    }
  }

  @Override
  public synchronized void forceFolder(Path path) throws IOException {
    forceStep(folder(path)::force);
  }

  @Override
  public synchronized long free(Path path) {
    return room;
  }

  private final class Opened implements DiskFile {

    private final SimulatedFile file;

    private Opened(SimulatedFile file) {
      this.file = file;
    }

    @Override
    public void write(ByteBuffer bytes, long position) throws IOException {
      synchronized (SimulatedDisk.this) {
        int taken = (int) Math.min(bytes.remaining(), Math.max(room, 0));
        byte[] copy = new byte[taken];
        bytes.get(copy);
        room = room == Long.MAX_VALUE ? room : room - taken;
        step(() -> file.write(copy, position));
        if (bytes.hasRemaining()) {
          throw new IOException("No space left on device");
        }
      }
    }

    @Override
    public void force() throws IOException {
      synchronized (SimulatedDisk.this) {
        forceStep(file::force);
      }
    }

    @Override
    public void truncate(long length) {
      synchronized (SimulatedDisk.this) {
        step(() -> file.truncate(length));
      }
    }

    @Override
    public void close() {}
  }
}
