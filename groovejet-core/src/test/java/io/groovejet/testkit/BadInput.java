package io.groovejet.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One row of {@code bad-input.txt}, where the format is described.
 *
 * @param name what it is about, unique
 * @param from who sends it
 * @param steps what is sent
 * @param reaction what has to come of it
 * @param otherwise what comes of it where a container goes a way of its own, by the way's name
 */
record BadInput(
    String name, String from, List<String> steps, String reaction, Map<String, String> otherwise) {

  private static final String FILE = "bad-input.txt";
  private static final String WAY = "way ";

  /** All rows, in order. */
  static List<BadInput> all() throws IOException {
    InputStream file = Objects.requireNonNull(BadInput.class.getResourceAsStream(FILE));
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
      return read(lines.lines().toList());
    }
  }

  /** Reads rows, the ways below them, and checks that every way and name is said once. */
  static List<BadInput> read(List<String> lines) {
    List<BadInput> rows = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (String line : lines) {
      if (line.startsWith(WAY)) {
        known.add(part(line.substring(WAY.length()), ": ", 0));
      } else if (line.startsWith(" ")) {
        String way = part(line.strip(), ": ", 0);
        check(known.contains(way), "nobody says why: " + line);
        rows.get(rows.size() - 1).otherwise.put(way, part(line.strip(), ": ", 1));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        rows.add(row(line));
      }
    }
    check(rows.stream().map(BadInput::name).distinct().count() == rows.size(), "a name twice");
    return List.copyOf(rows);
  }

  /** What has to come of it where a container goes these ways. */
  String reaction(Set<String> ways) {
    return ways.stream().map(otherwise::get).filter(Objects::nonNull).findAny().orElse(reaction);
  }

  private static BadInput row(String line) {
    String[] columns = line.split("\\s+\\|\\s+", -1);
    check(columns.length == 4, "not four columns: " + line);
    List<String> steps = List.of(columns[2].split(" ; ", -1));
    return new BadInput(columns[0], columns[1], steps, columns[3], new HashMap<>());
  }

  private static String part(String text, String separator, int number) {
    String[] parts = text.split(separator, 2);
    check(parts.length == 2, "no '" + separator + "' in: " + text);
    return parts[number];
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(FILE + ": " + otherwise);
    }
  }
}
