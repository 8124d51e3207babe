package io.groovejet.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The published protocol: what comments mark in {@code PROTOCOL.md}. */
final class ProtocolPage {

  private static final Pattern CLIENT = example("client (\\w+)", "json");
  private static final Pattern SERVER = example("server (\\w+)", "json");
  private static final Pattern SESSION = example("(session)", "text");
  private static final Pattern SPACE_OR_STRING = Pattern.compile("(\"(?:\\\\.|[^\"\\\\])*\")|\\s+");
  private static final Pattern LINK = Pattern.compile("]\\(#([^)]*)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  private final String text;

  private ProtocolPage(String text) {
    this.text = text;
  }

  /** The page in the root of the project, of which this module is a child. */
  static ProtocolPage read() {
    try {
      return new ProtocolPage(Files.readString(Path.of("..", "PROTOCOL.md")));
    } catch (IOException missing) {
      throw new UncheckedIOException("the published protocol cannot be read", missing);
    }
  }

  /** Without the space between its values. */
  static String compact(String json) {
    return SPACE_OR_STRING
        .matcher(json)
        .replaceAll(
            found -> found.group(1) == null ? "" : Matcher.quoteReplacement(found.group(1)));
  }

  String text() {
    return text;
  }

  /** The examples of what clients say, compact, by type. */
  Map<String, String> clientExamples() {
    return examples(CLIENT);
  }

  /** The examples of what the server says, compact, by type. */
  Map<String, String> serverExamples() {
    return examples(SERVER);
  }

  /** The lines of each session. */
  List<List<String>> sessions() {
    return SESSION.matcher(text).results().map(found -> found.group(2).lines().toList()).toList();
  }

  /** The first cells of the table behind that comment. */
  List<String> firstCells(String comment) {
    String from = text.substring(text.indexOf("<!-- " + comment + " -->"));
    return from.lines()
        .skip(3)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.split("\\|", -1)[1].replace("`", "").strip())
        .toList();
  }

  /** Where links within the page lead. */
  List<String> links() {
    return LINK.matcher(text).results().map(found -> found.group(1)).toList();
  }

  /** Where they can lead: to headings. */
  List<String> anchors() {
    return HEADING.matcher(text).results().map(ProtocolPage::anchor).toList();
  }

  private static String anchor(MatchResult heading) {
    return heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", "").replace(' ', '-');
  }

  private Map<String, String> examples(Pattern marked) {
    Map<String, String> examples = new LinkedHashMap<>();
    marked
        .matcher(text)
        .results()
        .forEach(
            found -> {
              String other = examples.put(found.group(1), compact(found.group(2)));
              if (other != null) {
                throw new IllegalStateException("two examples of " + found.group(1));
              }
            });
    return examples;
  }

  private static Pattern example(String comment, String language) {
    return Pattern.compile(
        "<!-- " + comment + " -->\n```" + language + "\n(.*?)```", Pattern.DOTALL);
  }
}
