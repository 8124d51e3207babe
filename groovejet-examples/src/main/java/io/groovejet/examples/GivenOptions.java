package io.groovejet.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** What was given as program arguments and as system properties, by option, not yet understood. */
final class GivenOptions {

  private final Map<Option, List<String>> values = new EnumMap<>(Option.class);

  private GivenOptions() {}

  /**
   * Reads {@code --name=value} and {@code --name value}; a property counts for what no argument
   * says.
   */
  static GivenOptions read(List<String> arguments, Properties properties)
      throws BadOptionException {
    GivenOptions given = new GivenOptions();
    for (Iterator<String> words = arguments.iterator(); words.hasNext(); ) {
      given.readOne(words.next(), words);
    }
    for (Option option : Option.values()) {
      Optional.ofNullable(properties.getProperty(option.wording()))
          .ifPresent(value -> given.values.putIfAbsent(option, List.of(value)));
    }
    return given;
  }

  /** The last value given, else the standard one. */
  String one(Option option) {
    List<String> all = values.getOrDefault(option, List.of(option.standard()));
    return all.get(all.size() - 1).strip();
  }

  /** All values given, also those separated by commas. */
  List<String> all(Option option) {
    return values.getOrDefault(option, List.of()).stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(String::strip)
        .toList();
  }

  private void readOne(String word, Iterator<String> more) throws BadOptionException {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    Option option =
        Optional.of(name)
            .filter(dashed -> dashed.startsWith("--"))
            .flatMap(dashed -> Option.named(dashed.substring(2)))
            .orElseThrow(() -> unknown(name));
    String value = equals < 0 ? next(more) : word.substring(equals + 1);
    values.computeIfAbsent(option, first -> new ArrayList<>()).add(value);
  }

  private static String next(Iterator<String> more) {
    return more.hasNext() ? more.next() : "";
  }

  private static BadOptionException unknown(String name) {
    return new BadOptionException("unknown option \"" + name + "\"; --help lists those there are");
  }
}
