package org.currawong.inference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Reads lists of places: the town's own ({@code town.places}) and the one that ships. */
public final class PlaceFile {

  /** More than the addresses of a small city's landmarks; a longer list is some other file. */
  static final int MAX_PLACES = 50_000;

  private static final String SHIPPED = "places/geonames-au.tsv.gz";

  private PlaceFile() {}

  /**
   * The town's own names: UTF-8 lines {@code name,lat,lon,alternates} parted by commas or tabs, a
   * heading that begins with {@code name} and lines that begin with {@code #} left out; alternates
   * are parted by {@code |} and may lack; a field may stand in double quotes. Closes the reader.
   *
   * @throws IllegalArgumentException naming the line that is wrong
   * @throws IOException when the reader fails
   */
  public static List<NamedPlace> town(Reader source) throws IOException {
    List<NamedPlace> places = new ArrayList<>();
    try (BufferedReader lines = new BufferedReader(source)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank() && !line.startsWith("#") && !(number == 1 && heading(line))) {
          places.add(place(line, number));
        }
        if (places.size() > MAX_PLACES) {
          throw new IllegalArgumentException("more than " + MAX_PLACES + " places");
        }
      }
    }
    return places;
  }

  private static boolean heading(String line) {
    return line.replace("\uFEFF", "")
        .replace("\"", "")
        .toLowerCase(java.util.Locale.ROOT)
        .startsWith("name");
  }

  private static NamedPlace place(String line, int number) {
    List<String> fields = fields(line, line.indexOf('\t') >= 0 ? '\t' : ',');
    if (fields.size() < 3) {
      throw new IllegalArgumentException("line " + number + ": name, lat and lon are needed");
    }
    try {
      String others = fields.size() > 3 ? fields.get(3) : "";
      return new NamedPlace(
          fields.get(0).strip(),
          Double.parseDouble(fields.get(1).strip()),
          Double.parseDouble(fields.get(2).strip()),
          0,
          alternates(others));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
    }
  }

  private static List<String> alternates(String field) {
    return Arrays.stream(field.split("\\|")).map(String::strip).filter(a -> !a.isEmpty()).toList();
  }

  private static List<String> fields(String line, char separator) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  /**
   * The places that ship: Australian places of 500 people or more. Contains data from GeoNames, CC
   * BY 4.0; see {@code NOTICE-geonames.txt} beside the file.
   */
  static List<NamedPlace> shipped() throws IOException {
    List<NamedPlace> places = new ArrayList<>();
    InputStream file = PlaceFile.class.getResourceAsStream(SHIPPED);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Objects.requireNonNull(file, SHIPPED)),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] f = line.split("\t", -1);
          places.add(
              new NamedPlace(
                  f[0],
                  Double.parseDouble(f[1]),
                  Double.parseDouble(f[2]),
                  Integer.parseInt(f[4]),
                  alternates(f[5])));
        }
      }
    }
    return places;
  }
}
