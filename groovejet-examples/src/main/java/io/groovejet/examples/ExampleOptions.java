package io.groovejet.examples;

import io.groovejet.Lobby;
import io.groovejet.LobbyBuilder;
import io.groovejet.guard.AddressLimits;
import io.groovejet.guard.Limits;
import io.groovejet.guard.OriginPolicy;
import io.groovejet.guard.Rate;
import io.groovejet.guard.TrustedProxies;
import io.groovejet.room.RoomTimers;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * How the example server is to run.
 *
 * @param address the address to listen on, by name or number
 * @param port the port to listen on, 0 for any free one
 * @param transport what carries the lobby
 * @param origins whose pages may connect
 * @param proxies whose word about a client's address counts
 * @param folder where rooms are kept across restarts, empty for nowhere
 * @param urlDialect whether the URL dialect is spoken
 * @param dashboard whether there is a page that shows what happens
 * @param logEvents whether what happens is logged
 * @param limits how much is taken from one client
 * @param handshake how long a connection may take to send a request
 * @param timers how long rooms wait for what
 */
record ExampleOptions(
    String address,
    int port,
    Transport transport,
    OriginPolicy origins,
    TrustedProxies proxies,
    Optional<Path> folder,
    boolean urlDialect,
    boolean dashboard,
    boolean logEvents,
    Limits limits,
    Duration handshake,
    RoomTimers timers) {

  private static final String REHEARSE =
      String.format(
          "  --%-26s plays with itself for a moment and ends: see docs/performance.md%n",
          "rehearse");
  private static final Rate NEVER_OVER = new Rate(1_000_000_000, 1_000_000_000);
  private static final int HIGHEST_PORT = 65_535;
  private static final Duration LONGEST = Duration.ofDays(36_500);

  /** Understands program arguments, and system properties for what they do not say. */
  static ExampleOptions parse(List<String> arguments, Properties properties)
      throws BadOptionException {
    GivenOptions given = GivenOptions.read(arguments, properties);
    return new ExampleOptions(
        given.one(Option.ADDRESS),
        port(given),
        transport(given),
        origins(given),
        proxies(given),
        folder(given),
        isOn(given, Option.URL_DIALECT),
        isOn(given, Option.DASHBOARD),
        isOn(given, Option.LOG_EVENTS),
        limits(given),
        duration(given, Option.HANDSHAKE_TIMEOUT),
        timers(given));
  }

  /** All options with their defaults, what they mean and what they take. */
  static String help() {
    String heading =
        "groovejet example server%n%nOptions, as arguments (--port=0 or --port 0) or as system"
            + " properties (-Dport=0), with their defaults:%n%n";
    return Arrays.stream(Option.values())
        .map(Option::help)
        .collect(Collectors.joining("", heading.formatted(), REHEARSE));
  }

  /** The same server for a moment: on any port, without limits, and leaving nothing behind. */
  ExampleOptions forRehearsal() {
    return new ExampleOptions(
        address,
        0,
        transport,
        origins,
        proxies,
        Optional.empty(),
        urlDialect,
        dashboard,
        logEvents,
        Limits.unlimited(),
        handshake,
        timers);
  }

  /** A lobby that is to be as these options say. */
  LobbyBuilder lobby() {
    LobbyBuilder builder = logEvents ? EventLog.added(Lobby.builder()) : Lobby.builder();
    return builder
        .origins(origins)
        .trustedProxies(proxies)
        .urlDialect(urlDialect)
        .limits(limits)
        .timers(timers);
  }

  private static Optional<Path> folder(GivenOptions given) throws BadOptionException {
    String value = given.one(Option.DATA_DIR);
    if (value.isBlank()) {
      throw Option.DATA_DIR.refuse(value);
    }
    try {
      return value.equals("none") ? Optional.empty() : Optional.of(Path.of(value));
    } catch (InvalidPathException notAPath) {
      throw Option.DATA_DIR.refuse(value);
    }
  }

  private static int port(GivenOptions given) throws BadOptionException {
    String value = given.one(Option.PORT);
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      // refused below
    }
    throw Option.PORT.refuse(value);
  }

  private static Limits limits(GivenOptions given) throws BadOptionException {
    if (given.one(Option.LIMITS).equals("counted")) {
      return Limits.ofDefaults()
          .withRates(NEVER_OVER, NEVER_OVER)
          .withPerAddress(AddressLimits.unlimited());
    }
    return isOn(given, Option.LIMITS) ? Limits.ofDefaults() : Limits.unlimited();
  }

  private static Transport transport(GivenOptions given) throws BadOptionException {
    String value = given.one(Option.TRANSPORT);
    return Transport.named(value).orElseThrow(() -> Option.TRANSPORT.refuse(value));
  }

  private static OriginPolicy origins(GivenOptions given) throws BadOptionException {
    List<String> origins = given.all(Option.ALLOW_ORIGIN);
    if (origins.contains("*")) {
      return OriginPolicy.anyOrigin();
    }
    try {
      return OriginPolicy.listed(origins);
    } catch (IllegalArgumentException notAnOrigin) {
      throw Option.ALLOW_ORIGIN.refuse(String.join(",", origins));
    }
  }

  private static TrustedProxies proxies(GivenOptions given) throws BadOptionException {
    List<String> proxies = given.all(Option.TRUSTED_PROXY);
    try {
      return TrustedProxies.of(proxies.toArray(String[]::new));
    } catch (IllegalArgumentException notANetwork) {
      throw Option.TRUSTED_PROXY.refuse(String.join(",", proxies));
    }
  }

  private static boolean isOn(GivenOptions given, Option option) throws BadOptionException {
    String value = given.one(option);
    if (value.equals("on") || value.equals("off")) {
      return value.equals("on");
    }
    throw option.refuse(value);
  }

  private static RoomTimers timers(GivenOptions given) throws BadOptionException {
    return new RoomTimers(
        duration(given, Option.HOST_GRACE),
        duration(given, Option.MAX_HOST_GRACE),
        duration(given, Option.GUEST_GRACE),
        duration(given, Option.HOST_READY_TIMEOUT),
        duration(given, Option.DORMANT_RETENTION),
        duration(given, Option.SNAPSHOT_RETENTION),
        duration(given, Option.UNCLAIMED_RETENTION));
  }

  private static Duration duration(GivenOptions given, Option option) throws BadOptionException {
    String value = given.one(option);
    try {
      boolean isNumber = value.chars().allMatch(letter -> letter >= '0' && letter <= '9');
      Duration duration =
          isNumber ? Duration.ofMillis(Long.parseLong(value)) : Duration.parse(value);
      if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
        return duration;
      }
    } catch (NumberFormatException | DateTimeParseException notADuration) {
      // refused below
    }
    throw option.refuse(value);
  }
}
