package io.groovejet.examples;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** The browser's client, as its WebJar has it on the class path. */
final class ClientModule {

  /** Its files, {@code groovejet.js} and what that imports. */
  static final List<String> FILES =
      List.of(
          "groovejet.js",
          "src/errors.js",
          "src/events.js",
          "src/identity.js",
          "src/link.js",
          "src/lobby.js",
          "src/platform.js",
          "src/room.js",
          "src/signaling.js",
          "src/standing.js",
          "src/star.js",
          "src/takeover.js");

  private ClientModule() {}

  /** Where on the class path one of these files is. */
  static String resource(String file) throws IOException {
    return "/META-INF/resources/webjars/groovejet-client/" + version() + "/" + file;
  }

  private static String version() throws IOException {
    Properties built = new Properties();
    try (InputStream in = ClientModule.class.getResourceAsStream("client.properties")) {
      built.load(Objects.requireNonNull(in));
    }
    return built.getProperty("version");
  }
}
