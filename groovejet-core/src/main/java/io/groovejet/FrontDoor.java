package io.groovejet;

import io.groovejet.codec.HttpBodies;
import io.groovejet.codec.UrlQuery;
import io.groovejet.protocol.Address;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.RoomCode;
import io.groovejet.store.RoomStoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What HTTP requests get: upgrades are let in or refused, rooms are made by POST. */
final class FrontDoor {

  private static final String VERSION = "13";
  private static final String V1 = "groovejet.v1";
  private static final String V2 = "groovejet.v2";
  private static final String JSON = "application/json";
  private static final String ROOMS = "/rooms";
  private static final String CLIENT = "/client/";
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{22}==");
  private static final String METHODS = "POST, OPTIONS";

  private final LobbyOptions options;
  private final Doorkeeper doorkeeper;
  private final ClientFiles client = new ClientFiles();

  FrontDoor(LobbyOptions options, Doorkeeper doorkeeper) {
    this.options = options;
    this.doorkeeper = doorkeeper;
  }

  HandshakeVerdict handshake(HttpRequest request, boolean draining) {
    if (!request.method().equals("GET")) {
      return refused(plain(405, "Upgrade with GET", header("Allow", "GET")));
    }
    if (!request.headers("Sec-WebSocket-Version").equals(List.of(VERSION))) {
      return refused(upgradeRequired());
    }
    if (!hasKey(request)) {
      return refused(plain(400, "Sec-WebSocket-Key is missing or broken"));
    }
    if (hasBody(request)) {
      return refused(plain(400, "An upgrade has no body"));
    }
    if (!allowsOrigin(request)) {
      return refused(forbidden());
    }
    if (draining) {
      return refused(plain(503, "Restarting", header("Retry-After", "1")));
    }
    if (doorkeeper.isTight()) {
      return refused(plain(503, "Too busy", header("Retry-After", "5")));
    }
    Address address = address(request);
    if (doorkeeper.isFull(address)) {
      return refused(plain(429, "Too many connections", header("Retry-After", "5")));
    }
    UrlQuery query = UrlQuery.parse(request.query());
    String subprotocol = subprotocol(request);
    boolean url = subprotocol == null ? query.choosesUrlDialect() : subprotocol.equals(V1);
    if (url && !options.urlDialect()) {
      return refused(plain(404, "The URL dialect is not spoken here"));
    }
    return new HandshakeVerdict.Accepted(
        new OpeningHandshake(
            url ? Dialect.URL : Dialect.MESSAGE,
            subprotocol,
            theOneCode(query),
            query.asHost(),
            address,
            options.gate().asks(backend -> backend.connects(new Arrival(request, address)))));
  }

  /** Answers a request without upgrade; empty when the path is not the lobby's. */
  Optional<HttpReply> answer(
      HttpRequest request, boolean draining, Function<Address, RoomCode> newRoom) {
    String path = request.path();
    if (path.isEmpty() || path.equals("/")) {
      return Optional.of(upgradeRequired());
    }
    if (path.startsWith(CLIENT)) {
      return client.find(path.substring(CLIENT.length())).map(module -> script(request, module));
    }
    if (!path.equals(ROOMS) || !options.urlDialect()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (request.method()) {
          case "POST" -> allowsOrigin(request) ? post(request, draining, newRoom) : forbidden();
          case "OPTIONS" -> allowsOrigin(request) ? preflight(request) : forbidden();
          default -> plain(405, "Make a room with POST", header("Allow", METHODS));
        });
  }

  /** A module; browsers ask each time whether it is still the same, as modules go together. */
  private HttpReply script(HttpRequest request, ClientFiles.Module module) {
    if (!request.method().equals("GET")) {
      return plain(405, "This can only be read", header("Allow", "GET"));
    }
    if (!allowsOrigin(request)) {
      return forbidden();
    }
    List<HttpReply.Header> headers = cors(request);
    headers.add(header("Content-Type", "text/javascript;charset=utf-8"));
    headers.add(header("X-Content-Type-Options", "nosniff"));
    headers.add(header("Cache-Control", "no-cache"));
    headers.add(header("ETag", module.tag()));
    boolean known = request.headers("If-None-Match").contains(module.tag());
    return known ? new HttpReply(304, headers, "") : new HttpReply(200, headers, module.text());
  }

  private HttpReply post(
      HttpRequest request, boolean draining, Function<Address, RoomCode> newRoom) {
    List<HttpReply.Header> headers = cors(request);
    headers.add(header("Content-Type", JSON));
    headers.add(header("Cache-Control", "no-store"));
    if (draining) {
      return unavailable(headers, ErrorType.SERVER_DRAINING);
    }
    Address address = address(request);
    Gate gate = options.gate();
    Verdict verdict =
        gate.await(gate.asks(backend -> backend.posts(new Arrival(request, address))));
    if (verdict.refusal().isPresent()) {
      Refusal refusal = verdict.refusal().get();
      int status = refusal.type() == ErrorType.VETOED ? 403 : 500;
      return new HttpReply(status, headers, HttpBodies.error(refusal));
    }
    try {
      return new HttpReply(201, headers, HttpBodies.room(newRoom.apply(address)));
    } catch (RoomStoreException silent) {
      return unavailable(headers, ErrorType.STORE_UNAVAILABLE);
    } catch (TooManyRoomsException full) {
      return new HttpReply(429, headers, HttpBodies.error(Refusal.of(ErrorType.TOO_MANY_ROOMS)));
    }
  }

  private static HttpReply unavailable(List<HttpReply.Header> headers, ErrorType type) {
    return new HttpReply(503, headers, HttpBodies.error(Refusal.of(type)));
  }

  private HttpReply preflight(HttpRequest request) {
    List<HttpReply.Header> headers = cors(request);
    headers.add(header("Access-Control-Allow-Methods", METHODS));
    headers.add(header("Access-Control-Allow-Headers", "Content-Type"));
    headers.add(header("Access-Control-Max-Age", "600"));
    return new HttpReply(204, headers, "");
  }

  private List<HttpReply.Header> cors(HttpRequest request) {
    List<HttpReply.Header> headers = new ArrayList<>();
    headers.add(header("Vary", "Origin"));
    for (String origin : request.headers("Origin")) {
      headers.add(header("Access-Control-Allow-Origin", origin));
    }
    return headers;
  }

  private Address address(HttpRequest request) {
    return options.proxies().client(request.remoteAddress(), request.headers("X-Forwarded-For"));
  }

  private boolean allowsOrigin(HttpRequest request) {
    return options.origins().allows(request.headers("Origin"), request.headers("Host"));
  }

  /** Whether there is one key, 16 bytes in base 64 (RFC 6455 section 4.2.1). */
  private static boolean hasKey(HttpRequest request) {
    List<String> keys = request.headers("Sec-WebSocket-Key");
    return keys.size() == 1 && KEY.matcher(keys.get(0)).matches();
  }

  /** Whether a body is announced, which some containers would wait for, others take for frames. */
  private static boolean hasBody(HttpRequest request) {
    return !request.headers("Transfer-Encoding").isEmpty()
        || request.headers("Content-Length").stream().anyMatch(length -> !length.equals("0"));
  }

  private static @Nullable String theOneCode(UrlQuery query) {
    boolean one = query.codes().size() == 1 && !query.codes().get(0).isEmpty();
    return one ? query.codes().get(0) : null;
  }

  private static @Nullable String subprotocol(HttpRequest request) {
    List<String> offered = new ArrayList<>();
    for (String line : request.headers("Sec-WebSocket-Protocol")) {
      for (String one : line.split(",", -1)) {
        offered.add(one.trim());
      }
    }
    if (offered.contains(V2)) {
      return V2;
    }
    return offered.contains(V1) ? V1 : null;
  }

  private static HandshakeVerdict refused(HttpReply reply) {
    return new HandshakeVerdict.Refused(reply);
  }

  private static HttpReply upgradeRequired() {
    return plain(
        426,
        "Connect with a WebSocket",
        header("Upgrade", "websocket"),
        header("Sec-WebSocket-Version", VERSION));
  }

  private static HttpReply forbidden() {
    return plain(403, "This origin is not allowed", header("Vary", "Origin"));
  }

  private static HttpReply plain(int status, String body, HttpReply.Header... more) {
    List<HttpReply.Header> headers = new ArrayList<>(List.of(more));
    headers.add(header("Content-Type", "text/plain"));
    return new HttpReply(status, headers, body + "\n");
  }

  private static HttpReply.Header header(String name, String value) {
    return new HttpReply.Header(name, value);
  }
}
