package io.groovejet.benchmarks.load;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was asked for on the command line, as {@code --name=value}. */
final class Settings {

  private static final Map<String, String> DEFAULTS = defaults();

  private final Map<String, String> given = new LinkedHashMap<>(DEFAULTS);

  Settings(Map<String, String> usual, List<String> arguments) {
    given.putAll(usual);
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      String name = parts[0].replaceFirst("^--", "");
      if (parts.length != 2 || !DEFAULTS.containsKey(name)) {
        throw new IllegalArgumentException(
            "no option " + argument + "; there are " + DEFAULTS.keySet());
      }
      given.put(name, parts[1]);
    }
  }

  private static Map<String, String> defaults() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("servers", String.join(",", Contender.usual()));
    all.put("baseline", "");
    all.put("url", "");
    all.put("pid", "");
    all.put("dialect", "messages");
    all.put("rooms", "50");
    all.put("guests", "4");
    all.put("seconds", "4");
    all.put("rounds", "5");
    all.put("warm-up", "1");
    all.put("rate", "4000");
    all.put("clients", "10000");
    all.put("at-once", "512");
    all.put("server-cores", "0");
    all.put("load-cores", "1");
    all.put("jvm", "");
    all.put("java", "");
    return all;
  }

  int number(String name) {
    return Integer.parseInt(given.get(name));
  }

  String text(String name) {
    return given.get(name);
  }

  List<String> words(String name) {
    String words = given.get(name).strip();
    return words.isEmpty() ? List.of() : List.of(words.split(" +"));
  }

  Duration seconds() {
    return Duration.ofSeconds(number("seconds"));
  }

  List<Contender> contenders() {
    String url = text("url");
    if (!url.isEmpty()) {
      Dialect dialect = Dialect.named(text("dialect"));
      Optional<Long> pid = Optional.of(text("pid")).filter(id -> !id.isEmpty()).map(Long::valueOf);
      return List.of(Contender.running(URI.create(url), dialect, pid));
    }
    return Arrays.stream(text("servers").split(","))
        .map(name -> Contender.named(name, Dialect.named(text("dialect"))))
        .toList();
  }
}
