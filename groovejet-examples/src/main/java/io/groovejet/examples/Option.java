package io.groovejet.examples;

import java.util.Arrays;
import java.util.Optional;

/** One thing the example server can be told, by program argument or system property. */
enum Option {
  PORT("port", "3000", "where it listens", "a port from 0 to 65535, 0 for any free one"),
  ADDRESS(
      "address", "127.0.0.1", "where it listens", "an address of this machine, 0.0.0.0 for all"),
  TRANSPORT("transport", "netty", "what carries the lobby", "netty, undertow, jetty or tomcat"),
  ALLOW_ORIGIN(
      "allow-origin",
      "",
      "whose pages may connect besides its own; may be repeated",
      "an origin such as https://game.example, or * for any"),
  TRUSTED_PROXY(
      "trusted-proxy",
      "",
      "whose X-Forwarded-For counts; may be repeated",
      "an address or network, such as 127.0.0.1 or 10.0.0.0/8"),
  DATA_DIR(
      "data-dir",
      "none",
      "where rooms and snapshots are kept across restarts",
      "a folder, or none to keep them in memory"),
  URL_DIALECT("url-dialect", "on", "whether the original protocol is spoken too", "on or off"),
  DASHBOARD("dashboard", "on", "whether /dashboard shows what happens", "on or off"),
  LOG_EVENTS("log-events", "off", "whether each event is logged as one line", "on or off"),
  LIMITS(
      "limits",
      "on",
      "whether clients are held to limits; counted, but never reached, or off for benchmarks",
      "on, off or counted"),
  HANDSHAKE_TIMEOUT("handshake-timeout", "PT10S", "how long a request may take to be read"),
  HOST_GRACE("host-grace", "PT8S", "how long a host may be away and stay host"),
  MAX_HOST_GRACE("max-host-grace", "PT1M", "the same while guests still reach it directly"),
  GUEST_GRACE("guest-grace", "PT30S", "how long a guest may be away and keep its seat"),
  HOST_READY_TIMEOUT("host-ready-timeout", "PT10S", "how long a new host may take to be ready"),
  DORMANT_RETENTION("dormant-retention", "PT10M", "how long a room without a host is kept"),
  SNAPSHOT_RETENTION("snapshot-retention", "PT1H", "the same for a room with a snapshot"),
  UNCLAIMED_RETENTION("unclaimed-retention", "PT1M", "how long a room without a seat is kept");

  private final String wording;
  private final String standard;
  private final String meaning;
  private final String expected;

  Option(String wording, String standard, String meaning, String expected) {
    this.wording = wording;
    this.standard = standard;
    this.meaning = meaning;
    this.expected = expected;
  }

  /** A duration. */
  Option(String wording, String standard, String meaning) {
    this(wording, standard, meaning, "a duration such as PT8S, or 8000 in milliseconds");
  }

  /** The option of that name, without dashes before it. */
  static Optional<Option> named(String name) {
    return Arrays.stream(values()).filter(option -> option.wording.equals(name)).findFirst();
  }

  /** The name as people write it, without dashes before it. */
  String wording() {
    return wording;
  }

  /** The value when nothing is said. */
  String standard() {
    return standard;
  }

  /** Two lines for {@code --help}. */
  String help() {
    return String.format("  --%-26s %s%n%31s%s%n", wording + "=" + standard, meaning, "", expected);
  }

  /** The refusal of a value. */
  BadOptionException refuse(String value) {
    return new BadOptionException(
        wording + ": expected " + expected + ", not \"" + value.strip() + "\"");
  }
}
