package io.groovejet.benchmarks.load;

import io.groovejet.benchmarks.bare.BareRelay;
import io.groovejet.examples.ExampleServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A server that takes part.
 *
 * @param name as in {@code --servers}
 * @param command how it is started, empty if it runs already
 * @param rehearsed what Java keeps of a rehearsal to start faster
 * @param endpoint where it runs already, else empty
 * @param pid of a server that runs already, if its CPU time is to be read
 */
record Contender(
    String name,
    Dialect dialect,
    List<String> command,
    Optional<Rehearsed> rehearsed,
    Optional<URI> endpoint,
    Optional<Long> pid) {

  private static final String OURS = "groovejet-";
  private static final String BARE = "bare-";
  private static final String LIMITED = "-limited";

  /** Which bare relay each of ours is compared with: the same API of the same container. */
  private static final Map<String, String> YARDSTICKS =
      Map.of(
          "groovejet-undertow", "bare-undertow-raw",
          "groovejet-jetty", "bare-jetty-raw",
          "groovejet-tomcat", "bare-tomcat-raw",
          "groovejet-netty", "bare-netty-raw",
          "groovejet-netty-limited", "groovejet-netty",
          "groovejet-undertow-limited", "groovejet-undertow",
          "groovejet-jetty-limited", "groovejet-jetty",
          "groovejet-tomcat-limited", "groovejet-tomcat");

  /** Those that take part when nobody says which. */
  static List<String> usual() {
    return List.of(
        "bare-nio",
        "bare-netty",
        "bare-netty-raw",
        "groovejet-netty",
        "bare-undertow",
        "bare-undertow-raw",
        "groovejet-undertow",
        "bare-jetty",
        "bare-jetty-core",
        "bare-jetty-raw",
        "groovejet-jetty",
        "bare-tomcat",
        "bare-tomcat-raw",
        "groovejet-tomcat",
        "bare-ws",
        "json-ws");
  }

  /**
   * One of ours, such as {@code groovejet-netty}, or {@code groovejet-netty-limited} which counts
   * what clients send as it would to hold them to limits; or one of the bare ones. On Node, {@code
   * bare-ws} passes bytes on, and {@code json-ws} parses and writes each message, as signaling
   * servers do there.
   */
  static Contender named(String name, Dialect ours) {
    String plain = name.split("\\+", -1)[0];
    if (name.startsWith(OURS)) {
      return starting(
          name,
          ours,
          List.of(
              ExampleServer.class.getName(),
              "--port=0",
              "--limits=" + (plain.endsWith(LIMITED) ? "counted" : "off"),
              "--dashboard=off",
              "--transport=" + plain.substring(OURS.length()).replace(LIMITED, "")));
    }
    if (name.endsWith("-ws")) {
      boolean parses = name.equals("json-ws");
      return starting(name, Dialect.BARE, List.of(NodeRelay.NODE, parses ? "json" : "bare"));
    }
    if (name.startsWith(BARE)) {
      String kind = name.substring(BARE.length());
      return starting(name, Dialect.BARE, List.of(BareRelay.class.getName(), kind));
    }
    throw new IllegalArgumentException("no server " + name + "; there are " + usual());
  }

  /** A server that somebody else has started. */
  static Contender running(URI endpoint, Dialect dialect, Optional<Long> pid) {
    return new Contender(
        endpoint.getAuthority(), dialect, List.of(), Optional.empty(), Optional.of(endpoint), pid);
  }

  private static Contender starting(String name, Dialect dialect, List<String> command) {
    Optional<Rehearsed> rehearsed =
        Optional.of(name.indexOf('+'))
            .filter(plus -> plus >= 0)
            .map(plus -> Rehearsed.valueOf(name.substring(plus + 1).toUpperCase(Locale.ROOT)));
    return new Contender(name, dialect, command, rehearsed, Optional.empty(), Optional.empty());
  }

  /** The name of the one it is measured against, empty if there is none. */
  String yardstick() {
    return YARDSTICKS.getOrDefault(name, "");
  }

  boolean isJava() {
    return !command.isEmpty() && !command.get(0).equals(NodeRelay.NODE);
  }

  /** The command line on such a Java with such options. */
  List<String> commandLine(String java, List<String> options) {
    if (!isJava()) {
      return List.of(NodeRelay.NODE, NodeRelay.script().toString(), command.get(1));
    }
    List<String> line = new ArrayList<>(List.of(java));
    line.addAll(options);
    line.addAll(List.of("-cp", System.getProperty("java.class.path")));
    line.addAll(command);
    return line;
  }
}
