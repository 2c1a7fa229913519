package org.currawong.hub.hardship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.currawong.hub.flow.Someone;
import org.currawong.hub.flow.Someone.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel's own witness that a report is on disk before its receipt leaves. */
class StraceIT {

  private static final int REPORTS = Integer.getInteger("currawong.traced", 50);

  @TempDir Path folder;

  @Test
  void eachReportIsForcedToDiskBeforeIts201IsWrittenToTheSocket() throws Exception {
    Need.program("strace");
    Path trace = folder.resolve("trace");
    List<String> ids = new ArrayList<>();
    // Answers of the broker's and of Netty's other calls aren't asked for: tracing is slow.
    List<String> strace =
        List.of(
            "strace",
            "-f",
            "--seccomp-bpf",
            "-y",
            "-q",
            "-s",
            // A report may stand behind the last one's assessments in one write of the log.
            "65536",
            "-e",
            "signal=none",
            "-e",
            "trace=fdatasync,fsync,write,pwrite64,writev,sendto,sendmsg",
            "-o",
            trace.toString());
    try (HubProcess hub =
        HubProcess.begin(strace, folder.resolve("data"), "limits.sender.per-minute=100000").up()) {
      Someone resident = hub.resident();
      for (int i = 0; i < REPORTS; i++) {
        Answer a = resident.post("/api/reports", Map.of("text", "Water at number " + i));
        assertEquals(201, a.status(), a.body());
        ids.add(a.text("id"));
      }
      assertEquals(0, hub.stop(), hub.err());
    }
    Trace seen = new Trace(Files.readAllLines(trace, StandardCharsets.ISO_8859_1));
    assertEquals(ids, seen.answered(ids), "the trace shows every answer");
    for (String id : ids) {
      assertTrue(seen.forcedBeforeAnswered(id), id + " was answered before it was on disk");
    }
  }
}
