package io.groovejet.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** What all rounds gave, by server; what warms up is not counted. */
final class Results {

  private final String scenario;
  private final String headline;
  private final String baseline; // instead of each one's own yardstick, unless empty
  private final Map<String, List<Sample>> rounds = new LinkedHashMap<>();
  private final Map<String, String> yardsticks = new LinkedHashMap<>();

  Results(String scenario, String headline, String baseline) {
    this.scenario = scenario;
    this.headline = headline;
    this.baseline = baseline;
  }

  void add(Contender contender, int round, Sample sample) {
    if (round > 0) {
      rounds.computeIfAbsent(contender.name(), name -> new ArrayList<>()).add(sample);
      yardsticks.put(contender.name(), baseline.isEmpty() ? contender.yardstick() : baseline);
    }
  }

  /** One line per server: the medians of its figures, and of its ratios to its yardstick. */
  String table() {
    List<String> names =
        rounds.values().iterator().next().get(0).figures().keySet().stream().toList();
    StringBuilder table = new StringBuilder("%-20s".formatted(scenario));
    names.forEach(name -> table.append("%22s".formatted(name)));
    table.append("   ").append(headline).append(" ÷ yardstick (least to most)\n");
    rounds.forEach((server, samples) -> table.append(line(server, samples, names)));
    return table.toString();
  }

  private String line(String server, List<Sample> samples, List<String> names) {
    StringBuilder line = new StringBuilder("%-20s".formatted(server));
    for (String name : names) {
      line.append("%22.2f".formatted(median(samples.stream().map(s -> s.figure(name)).toList())));
    }
    String yardstick = yardsticks.get(server);
    List<Sample> others = rounds.get(yardstick);
    if (others != null && !yardstick.equals(server)) {
      List<Double> ratios =
          IntStream.range(0, samples.size())
              .mapToObj(i -> samples.get(i).figure(headline) / others.get(i).figure(headline))
              .sorted()
              .toList();
      line.append(
          "   %.2f (%.2f to %.2f) of %s"
              .formatted(median(ratios), ratios.get(0), ratios.get(ratios.size() - 1), yardstick));
    }
    return line.append('\n').toString();
  }

  /** Leaves the table and a plot of the headline in a folder. */
  void keep(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(scenario + ".txt"), table());
    Map<String, Double> bars = new LinkedHashMap<>();
    rounds.forEach(
        (server, samples) ->
            bars.put(server, median(samples.stream().map(s -> s.figure(headline)).toList())));
    Files.writeString(
        folder.resolve(scenario + ".svg"), new BarChart(scenario + ": " + headline, bars).svg());
  }

  private static double median(List<Double> values) {
    OptionalDouble middle =
        values.stream()
            .mapToDouble(each -> each)
            .sorted()
            .skip((values.size() - 1) / 2)
            .findFirst();
    return middle.orElseThrow();
  }
}
