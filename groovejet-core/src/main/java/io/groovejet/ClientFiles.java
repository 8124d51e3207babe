package io.groovejet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The browser's client, if the artifact {@code groovejet-client} is on the class path. */
final class ClientFiles {

  private static final Pattern NAME = Pattern.compile("(src/)?[a-z]{1,32}\\.js");
  private static final String VERSION = "META-INF/groovejet-client.properties";
  private static final String FOLDER = "META-INF/resources/webjars/groovejet-client/";

  /**
   * A file of the client.
   *
   * @param tag an entity tag (RFC 9110 section 8.8.3), another one for every other text
   */
  record Module(String text, String tag) {

    private static Module of(byte[] utf8) {
      String tag = '"' + UUID.nameUUIDFromBytes(utf8).toString() + '"';
      return new Module(new String(utf8, StandardCharsets.UTF_8), tag);
    }
  }

  private final ConcurrentMap<String, Module> read = new ConcurrentHashMap<>(); // those there are

  /** The file of that name, such as {@code groovejet.js}; empty when there is none. */
  Optional<Module> find(String name) {
    return NAME.matcher(name).matches()
        ? Optional.ofNullable(read.computeIfAbsent(name, ClientFiles::load))
        : Optional.empty();
  }

  private static @Nullable Module load(String name) {
    try (InputStream facts = resource(VERSION)) {
      if (facts == null) {
        return null;
      }
      Properties built = new Properties();
      built.load(facts);
      try (InputStream file = resource(FOLDER + built.getProperty("version") + "/" + name)) {
        return file == null ? null : Module.of(file.readAllBytes());
      }
    } catch (IOException unreadable) {
      return null; // as if it were not there
    }
  }

  private static @Nullable InputStream resource(String path) {
    ClassLoader own = ClientFiles.class.getClassLoader();
    return own.getResourceAsStream(path);
  }
}
