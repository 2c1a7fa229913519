package org.currawong.inference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Sentences of our own in each of the hub's fourteen languages, with the urgency they call for. */
record Sentences14(String language, String urgency, String text) {

  static Stream<Sentences14> all() {
    return read().stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t"))
        .map(f -> new Sentences14(f[0], f[1], f[2]));
  }

  private static List<String> read() {
    try {
      return Files.readAllLines(
          Path.of("src/test/resources/org/currawong/inference/sentences.tsv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
