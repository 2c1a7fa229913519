package org.currawong.hub.bundle;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.currawong.domain.Entry;
import org.currawong.domain.Fact;
import org.currawong.domain.alert.ArtefactRef;
import org.currawong.incidentlog.IncidentLog;
import org.currawong.incidentlog.LogSlice;
import org.currawong.incidentlog.VerifyScript;

/**
 * Writes a ZIP file: {@code log/} (lines, checkpoints, public keys), {@code index.csv}, {@code
 * releases/} (release documents and the name-free artefacts they name), {@code keys.tsv} (keys of
 * what is disclosed, none by default), {@code verify.py} and {@code READ-ME-FIRST.txt}.
 *
 * <p>What people wrote stays sealed in it: whoever exports discloses it key by key.
 */
public final class Bundle {

  private final IncidentLog incidents;
  private final Set<String> disclosed;

  /**
   * @param disclosed ids of keys, such as {@code report:r-17…}, whose sealed words the bundle opens
   */
  public Bundle(IncidentLog incidents, Set<String> disclosed) {
    this.incidents = incidents;
    this.disclosed = Set.copyOf(disclosed);
  }

  /** There is nothing in the log between these times. */
  public static final class NothingThere extends IOException {
    private static final long serialVersionUID = 1L;

    NothingThere() {
      super("the log has no entry between these times");
    }
  }

  /** A key that was to be disclosed is not there: never made, or erased. */
  public static final class NoSuchKey extends IOException {
    private static final long serialVersionUID = 1L;

    NoSuchKey(String id) {
      super("this log holds no key " + id);
    }
  }

  /**
   * Writes the bundle to {@code file}, which is replaced.
   *
   * @param from first moment, {@code to} last moment, both included
   * @return its SHA-256, in hex
   * @throws NothingThere when no entry lies between
   * @throws NoSuchKey when a key to be disclosed is not there
   */
  public String write(Path file, Instant from, Instant to) throws IOException {
    Slice slice = slice(from, to).orElseThrow(NothingThere::new);
    byte[] keys = keys();
    MessageDigest digest = sha256();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        OutputStream digested = new DigestOutputStream(out, digest);
        ZipOutputStream zip = new ZipOutputStream(digested, StandardCharsets.UTF_8)) {
      write(zip, slice, keys);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private record Slice(long first, long last) {}

  private Optional<Slice> slice(Instant from, Instant to) throws IOException {
    long[] ends = {0, 0};
    each(
        1,
        Long.MAX_VALUE,
        e -> {
          if (!e.at().isBefore(from) && !e.at().isAfter(to)) {
            ends[0] = ends[0] == 0 ? e.n() : ends[0];
            ends[1] = e.n();
          }
        });
    return ends[0] == 0 ? Optional.empty() : Optional.of(new Slice(ends[0], ends[1]));
  }

  private interface Step {
    void on(Entry e) throws IOException;
  }

  private void each(long first, long last, Step step) throws IOException {
    incidents
        .log()
        .read(
            first,
            (n, hash, json) -> {
              step.on(incidents.json().read(n, hash, json));
              return n < last;
            });
  }

  private void write(ZipOutputStream zip, Slice slice, byte[] keys) throws IOException {
    LogSlice lines = new LogSlice(incidents, slice.first(), slice.last());
    put(zip, "READ-ME-FIRST.txt", readMe());
    put(zip, VerifyScript.NAME, VerifyScript.bytes());
    put(zip, "log/" + LogSlice.CHECKPOINTS, lines.checkpoints());
    put(zip, "log/" + LogSlice.PUBLIC_KEYS, incidents.publicKeys());
    zip.putNextEntry(new ZipEntry("log/" + LogSlice.LINES));
    lines.lines(zip, (n, json) -> true);
    zip.closeEntry();
    put(zip, "keys.tsv", keys);
    Index index = new Index();
    Set<String> written = new LinkedHashSet<>();
    each(
        slice.first(),
        slice.last(),
        e -> {
          index.add(e);
          if (e.fact() instanceof Fact.AlertRendered rendered) {
            release(zip, rendered, written);
          } else if (e.fact() instanceof Fact.WithdrawalDocumented documented) {
            withdrawal(zip, e.n(), documented, written);
          }
        });
    put(zip, "index.csv", index.bytes());
  }

  /** Release document and artefacts of one rendering; lists of people stay out. */
  private void release(ZipOutputStream zip, Fact.AlertRendered r, Set<String> written)
      throws IOException {
    String folder = "releases/" + r.alert() + "-" + r.version() + "/";
    put(zip, folder + "release.json", r.document().getBytes(StandardCharsets.UTF_8));
    artefacts(zip, folder, r.artefacts(), written);
    artefacts(zip, folder, r.corrections(), written);
  }

  /** Withdrawal document and Cancel, by the entry that names them: there may be two. */
  private void withdrawal(
      ZipOutputStream zip, long n, Fact.WithdrawalDocumented w, Set<String> written)
      throws IOException {
    String folder = "releases/" + w.alert() + "-withdrawal-" + n + "/";
    put(zip, folder + "withdrawal.json", w.document().getBytes(StandardCharsets.UTF_8));
    artefacts(zip, folder, w.artefacts(), written);
  }

  private void artefacts(
      ZipOutputStream zip, String folder, List<ArtefactRef> refs, Set<String> written)
      throws IOException {
    for (ArtefactRef ref : refs) {
      if (!ref.personal() && written.add(folder + ref.name())) {
        Optional<byte[]> bytes = incidents.artefacts().get(ref.sha256());
        if (bytes.isPresent()) {
          put(zip, folder + ref.name(), bytes.get());
        }
      }
    }
  }

  private byte[] keys() throws NoSuchKey {
    StringBuilder text = new StringBuilder("# key id\tAES-256-GCM key, hex\n");
    for (String id : disclosed) {
      byte[] key = incidents.keyring().disclose(id).orElseThrow(() -> new NoSuchKey(id));
      text.append(id).append('\t').append(HexFormat.of().formatHex(key)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] readMe() throws IOException {
    try (InputStream in = Bundle.class.getResourceAsStream("READ-ME-FIRST.txt")) {
      return in.readAllBytes();
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }
}
