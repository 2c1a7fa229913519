package org.currawong.hub.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.currawong.console.LogAccess;
import org.currawong.hub.bundle.Bundle;
import org.currawong.incidentlog.Anchors;
import org.currawong.incidentlog.Checkpoint;
import org.currawong.incidentlog.Core;
import org.currawong.incidentlog.Fault;
import org.currawong.incidentlog.IncidentLog;
import org.currawong.incidentlog.Verdict;
import org.currawong.incidentlog.Verifier;

/** The log as the council's pages read, check and export it. */
record LogBook(Path data, IncidentLog incidents, Core core) implements LogAccess {

  @Override
  public List<String> lines(long from, int limit) throws IOException {
    List<String> lines = new ArrayList<>();
    incidents
        .log()
        .read(
            from,
            (n, hash, json) -> {
              lines.add(hash + " " + new String(json, StandardCharsets.UTF_8));
              return lines.size() < limit;
            });
    return lines;
  }

  @Override
  public Optional<String> checkpoint() {
    return core.checkpoint().map(Checkpoint::text);
  }

  @Override
  public Check check() throws IOException {
    Verdict v = Verifier.verify(data, Anchors.NONE);
    return new Check(
        v.last(),
        v.head(),
        Math.max(0, v.last() - v.checkpointed()),
        v.faults().stream().map(Fault::toString).toList());
  }

  @Override
  public Optional<Exported> export(Instant from, Instant to) throws IOException {
    Path file = Files.createTempFile(data, "bundle-", ".zip");
    try {
      String sha256 = new Bundle(incidents, Set.of()).write(file, from, to);
      return Optional.of(new Exported(file, sha256));
    } catch (Bundle.NothingThere empty) {
      Files.delete(file);
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }
}
