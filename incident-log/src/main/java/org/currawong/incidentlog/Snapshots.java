package org.currawong.incidentlog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.currawong.domain.State;
import org.currawong.domain.Table;
import org.currawong.incidentlog.disk.Disk;
import org.currawong.incidentlog.disk.DiskFile;
import org.currawong.incidentlog.disk.RealDisk;
import org.mapdb.DB;
import org.mapdb.DBMaker;
import org.mapdb.Serializer;

/**
 * The state at some entry as a MapDB file, so that a start need not replay the whole log. Written
 * once to a new file, closed, forced, renamed; then only read. Its name holds its own SHA-256, so a
 * damaged one never reaches MapDB. All may be deleted at any time. Personal data are ciphertext.
 */
final class Snapshots {

  /** Told whether the log has this entry with this hash. */
  @FunctionalInterface
  interface InLog {
    boolean holds(long n, String hash) throws IOException;
  }

  private static final int KEPT = 2;
  private static final String FORMAT = "2";
  private static final String SHAPE = Shape.of(new State().tables());
  private static final String NAME = "[0-9]{16}-[0-9a-f]{64}\\.mapdb";
  private static final String META = "meta";
  private static final String SLOTS = "key-slots";

  private final Disk disk = new RealDisk(); // MapDB opens its files itself
  private final Path folder;
  private final Keyring keyring;
  private final ObjectMapper mapper = RecordMapper.make();

  Snapshots(Path folder, Keyring keyring) {
    this.folder = folder;
    this.keyring = keyring;
  }

  /** Writes the state; it must not change meanwhile. */
  void write(State state) throws IOException {
    disk.makeFolder(folder);
    Path file = folder.resolve("writing.new");
    disk.delete(file);
    try (DB db = DBMaker.fileDB(file.toFile()).fileLockDisable().make()) {
      meta(db, state);
      for (Table<?> table : state.tables()) {
        table(db, table);
      }
      slots(db);
    }
    ownersAlone(file);
    try (DiskFile written = disk.open(file)) {
      written.force();
    }
    String name = String.format("%016d-%s.mapdb", state.n(), sha256(file));
    disk.rename(file, folder.resolve(name));
    disk.forceFolder(folder);
    List<String> all = names();
    for (String old : all.subList(0, Math.max(0, all.size() - KEPT))) {
      disk.delete(folder.resolve(old));
    }
  }

  private static void ownersAlone(Path file) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(
          file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    }
  }

  private static void meta(DB db, State state) {
    Map<String, String> meta =
        db.treeMap(META, Serializer.STRING, Serializer.STRING).createOrOpen();
    meta.put("format", FORMAT);
    meta.put("shape", SHAPE);
    meta.put("n", Long.toString(state.n()));
    meta.put("at", state.at().toString());
    meta.put("hash", state.head());
  }

  private void table(DB db, Table<?> table) throws IOException {
    DB.TreeMapSink<Long, byte[]> sink = sink(db, table.name());
    long index = 0;
    for (Map.Entry<String, ?> row : table.rows().entrySet()) {
      Sealing sealing = Sealing.fresh(keyring, type(table.name()));
      ObjectNode node = mapper.createObjectNode();
      node.put("id", row.getKey());
      node.put("salt", sealing.salt());
      byte[] json =
          mapper
              .writer()
              .withAttribute(RecordMapper.SEALING, sealing)
              .writeValueAsBytes(row.getValue());
      node.putRawValue("row", new com.fasterxml.jackson.databind.util.RawValue(text(json)));
      sink.put(index++, mapper.writeValueAsBytes(node));
    }
    sink.create();
  }

  private static String text(byte[] json) {
    return new String(json, java.nio.charset.StandardCharsets.UTF_8);
  }

  private void slots(DB db) throws IOException {
    DB.TreeMapSink<Long, byte[]> sink = sink(db, SLOTS);
    long index = 0;
    for (Map.Entry<String, Integer> binding : keyring.bindings().entrySet()) {
      ObjectNode node = mapper.createObjectNode();
      node.put("id", binding.getKey());
      node.put("slot", binding.getValue());
      sink.put(index++, mapper.writeValueAsBytes(node));
    }
    sink.create();
  }

  private static DB.TreeMapSink<Long, byte[]> sink(DB db, String name) {
    return db.treeMap(name, Serializer.LONG, Serializer.BYTE_ARRAY).createFromSink();
  }

  private static String type(String table) {
    return "snapshot/" + table;
  }

  /**
   * The newest good snapshot.
   *
   * @param notes takes a line for each one that was passed over
   * @return empty where there is none: then everything is replayed
   */
  Optional<State> load(InLog log, List<String> notes) throws IOException {
    List<String> newestFirst = new ArrayList<>(names());
    java.util.Collections.reverse(newestFirst);
    for (String name : newestFirst) {
      try {
        return Optional.of(read(name, log));
      } catch (IOException | RuntimeException e) {
        notes.add("snapshot " + name.substring(0, 16) + " passed over: " + e.getMessage());
      }
    }
    return Optional.empty();
  }

  private State read(String name, InLog log) throws IOException {
    Path file = folder.resolve(name);
    if (!name.substring(17, 17 + 2 * Chain.BYTES).equals(sha256(file))) {
      throw new IOException("it is damaged");
    }
    try (DB db = DBMaker.fileDB(file.toFile()).fileLockDisable().readOnly().make()) {
      Map<String, String> meta = db.treeMap(META, Serializer.STRING, Serializer.STRING).open();
      long n = Long.parseLong(meta.get("n"));
      if (!FORMAT.equals(meta.get("format")) || !SHAPE.equals(meta.get("shape"))) {
        throw new IOException("it is of another version");
      }
      if (!log.holds(n, meta.get("hash"))) {
        throw new IOException("it is of another log");
      }
      State state = new State();
      for (Table<?> table : state.tables()) {
        restore(db, state, table);
      }
      for (byte[] row : rows(db, SLOTS)) {
        JsonNode node = mapper.readTree(row);
        keyring.bind(node.path("id").asText(), node.path("slot").asInt(-1));
      }
      state.restoredAt(n, Instant.parse(meta.get("at")), meta.get("hash"));
      return state;
    }
  }

  private <T> void restore(DB db, State state, Table<T> table) throws IOException {
    for (byte[] bytes : rows(db, table.name())) {
      JsonNode node = mapper.readTree(bytes);
      Sealing sealing = Sealing.of(keyring, node.path("salt").asText(), type(table.name()));
      T row =
          mapper
              .readerFor(table.type())
              .withAttribute(RecordMapper.SEALING, sealing)
              .readValue(node.get("row"));
      state.restore(table, node.path("id").asText(), row);
    }
  }

  private static Iterable<byte[]> rows(DB db, String name) {
    return db.treeMap(name, Serializer.LONG, Serializer.BYTE_ARRAY).open().values();
  }

  private List<String> names() throws IOException {
    return disk.list(folder).stream().filter(n -> n.matches(NAME)).toList();
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest = Chain.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
