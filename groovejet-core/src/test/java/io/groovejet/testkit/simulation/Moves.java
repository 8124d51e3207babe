package io.groovejet.testkit.simulation;

import io.groovejet.OpeningHandshake;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.room.Room;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What a player does. */
final class Moves {

  private static final int MOST_ROOMS = 3;

  private final World world;
  private final Player player;
  private final SplittableRandom luck;

  Moves(World world, Player player, SplittableRandom luck) {
    this.world = world;
    this.player = player;
    this.luck = luck;
  }

  /** Does anything. */
  void move() {
    Socket socket = player.socket().orElse(null);
    if (socket == null) {
      comesBack();
    } else if (socket.url()) {
      signal(socket);
    } else if (socket.witness().room().isEmpty() && luck.nextInt(5) > 0) {
      enter(socket);
    } else {
      play(socket);
    }
  }

  /** Connects, and mostly goes back to where it was, whether or not it is still connected. */
  void comesBack() {
    String token = player.token();
    String clientId = player.clientId();
    String room = player.room();
    List<Node> nodes = world.nodes();
    Node node = nodes.get(luck.nextInt(nodes.size()));
    Socket socket = world.connect(player, node, OpeningHandshake.messageDialect());
    if (token != null && luck.nextInt(6) > 0) {
      String canHost = luck.nextInt(3) == 0 ? ",\"canHost\":" + luck.nextBoolean() : "";
      boolean opens = isCertain(socket) && isHeld(room, clientId);
      String proof = ",\"clientToken\":\"" + token + "\"";
      boolean in = refusable(socket, "joinRoom", roomCode(room) + proof + canHost + "}");
      boolean itself = in && socket.witness().clientId().equals(clientId);
      Invariant.PROOF_OPENS.check(itself || !opens, clientId);
    }
  }

  private void enter(Socket socket) {
    if (luck.nextInt(3) == 0 && world.rooms().size() < MOST_ROOMS) {
      create(socket);
    } else {
      join(socket);
    }
  }

  private void play(Socket socket) {
    switch (luck.nextInt(18)) {
      case 0 -> leave(socket);
      case 1 -> join(socket);
      case 2 -> claim(socket);
      case 3 -> socket.signals("hostDeclined", "{\"hostEpoch\":" + number(socket) + "}");
      case 4, 5 -> report(socket);
      case 6 -> update(socket);
      case 7 -> transfer(socket);
      case 8, 9 -> save(socket);
      case 10 -> refusable(socket, "loadSnapshot", "{}");
      case 11 -> odd(socket);
      case 12 -> ready();
      case 13, 14 -> new HostMoves(world, this, luck).rule(socket);
      default -> signal(socket);
    }
  }

  /** Whoever was asked to become host does. */
  private void ready() {
    world.sockets().stream()
        .filter(socket -> socket.alive() && socket.witness().isCandidate())
        .findFirst()
        .ifPresent(
            candidate ->
                refusable(
                    candidate, "hostReady", "{\"hostEpoch\":" + candidate.witness().claim() + "}"));
  }

  private void claim(Socket socket) {
    long number = number(socket);
    boolean fenced = number != socket.witness().claim() && isCertain(socket);
    boolean done = refusable(socket, "hostReady", "{\"hostEpoch\":" + number + "}");
    Invariant.FENCED.check(!done || !fenced, "hostReady");
  }

  private void leave(Socket socket) {
    if (luck.nextInt(3) == 0) {
      refusable(socket, "leaveRoom", "{}");
    }
  }

  private void create(Socket socket) {
    String mode = List.of("automatic", "automatic", "manual", "off").get(luck.nextInt(4));
    int seats = luck.nextInt(1, 9);
    String data = "{\"maxClients\":" + seats + ",\"hostMigration\":\"" + mode + "\"" + password();
    refusable(socket, "createRoom", data + "}");
    socket.witness().room().ifPresent(world.codes()::add);
  }

  private void join(Socket socket) {
    String canHost = luck.nextInt(4) > 0 ? ",\"canHost\":" + (luck.nextInt(4) > 0) : "";
    String priority = luck.nextInt(4) == 0 ? ",\"hostPriority\":" + luck.nextInt(-3, 3) : "";
    String proof = luck.nextInt(4) == 0 ? ",\"clientToken\":\"" + anyToken() + "\"" : "";
    String terms = password() + canHost + priority + proof;
    refusable(socket, "joinRoom", roomCode(code()) + terms + "}");
  }

  private void report(Socket socket) {
    String link = "{\"connected\":" + (luck.nextInt(3) == 0);
    socket.signals("linkState", link + ",\"hostEpoch\":" + socket.witness().epoch() + "}");
  }

  private void update(Socket socket) {
    String priority = "\"hostPriority\":" + luck.nextInt(-3, 3);
    refusable(socket, "updateClient", "{\"canHost\":" + luck.nextBoolean() + "," + priority + "}");
  }

  private void transfer(Socket socket) {
    String to = luck.nextBoolean() ? "\"clientId\":\"" + member() + "\"," : "";
    long epoch = epoch(socket);
    boolean fenced = epoch != socket.witness().epoch() && isCertain(socket);
    boolean done = refusable(socket, "transferHost", "{" + to + "\"hostEpoch\":" + epoch + "}");
    Invariant.FENCED.check(!done || !fenced, "transferHost");
  }

  private void save(Socket socket) {
    List<Room> before = world.rooms();
    long bytes = world.snapshots().sizeBytes();
    boolean certain = isCertain(socket);
    long epoch = epoch(socket);
    boolean fenced = epoch != socket.witness().epoch() && certain;
    socket.saves("state " + world.nextSignal(), ",\"hostEpoch\":" + epoch);
    checkUnchanged(socket, certain, before, bytes);
    Invariant.FENCED.check(!fenced || socket.witness().letters().refused(), "saveSnapshot");
  }

  private void signal(Socket socket) {
    int number = world.nextSignal();
    String payload = "{\"n\":" + number + ",\"room\":\"" + socket.room() + "\"}";
    String to = luck.nextBoolean() ? ",\"clientId\":\"" + member() + "\"" : "";
    switch (luck.nextInt(4)) {
      case 0 -> socket.signals("iceCandidate", "{\"candidate\":" + payload + to + "}");
      case 1 -> {
        String answer = "{\"answerSignal\":" + payload + ",\"clientId\":\"" + member() + "\"}";
        socket.signals("hostAnswerSignal", answer);
      }
      default -> offer(socket, number, payload);
    }
  }

  private void offer(Socket socket, int number, String payload) {
    boolean certain = isCertain(socket) && !socket.url() && socket.witness().room().isPresent();
    long epoch = epoch(socket);
    String data = "{\"offerSignal\":" + payload + ",\"hostEpoch\":" + epoch + "}";
    boolean refused = socket.signals("guestOfferSignal", data);
    if (certain && !refused) {
      Invariant.FENCED.check(epoch == socket.witness().epoch(), "guestOfferSignal");
      Socket host = host(socket.room());
      if (host == null) {
        throw Invariant.SIGNALS_ARRIVE.broken("taken while nobody is host");
      }
      long last = host.witness().lastSignal(socket.witness().clientId());
      boolean reachable = host.alive() && !host.url();
      Invariant.SIGNALS_ARRIVE.check(!reachable || last == number, "not heard");
    }
  }

  private @Nullable Socket host(String code) {
    Room room = world.room(code);
    ConnectionId connection = room == null ? null : room.hostConnection().orElse(null);
    return connection == null ? null : world.socket(connection);
  }

  private void odd(Socket socket) {
    switch (luck.nextInt(5)) {
      case 0 -> socket.says("{\"type\":");
      case 1 -> refusable(socket, "nonsense", "{}");
      case 2 -> refusable(socket, "joinRoom", "{\"roomCode\":\"bbbbb\",\"canHost\":7}");
      case 3 -> refusable(socket, "resumeIdentity", "{\"clientToken\":\"" + anyToken() + "\"}");
      default -> socket.signals("requestOffer", "{\"clientId\":\"" + member() + "\"}");
    }
  }

  /** Asks; if that is refused, nothing may have changed. Whether it was not. */
  boolean refusable(Socket socket, String type, String data) {
    List<Room> before = world.rooms();
    long bytes = world.snapshots().sizeBytes();
    boolean certain = isCertain(socket);
    boolean done = socket.asks(type, data);
    checkUnchanged(socket, certain, before, bytes);
    return done;
  }

  private void checkUnchanged(Socket socket, boolean certain, List<Room> before, long bytes) {
    if (certain && socket.witness().letters().refused()) {
      boolean same = bytes == world.snapshots().sizeBytes() && before.equals(world.rooms());
      if (!same) {
        throw Invariant.ERRORS_CHANGE_NOTHING.broken(before + " became " + world.rooms());
      }
    }
  }

  /** Whether what happens next is this socket's doing: nothing fails, nothing is due. */
  boolean isCertain(Socket socket) {
    return world.isCalm()
        && world.rooms().stream()
            .flatMap(room -> room.nextDeadline().stream())
            .noneMatch(next -> !next.isAfter(socket.node().now()));
  }

  private boolean isHeld(String code, String clientId) {
    Optional<ClientId> id = ClientId.parse(clientId);
    Room room = world.room(code);
    return room != null && id.isPresent() && room.seat(id.get()).isPresent();
  }

  private long number(Socket socket) {
    return socket.witness().claim() + (luck.nextInt(8) == 0 ? 1 : 0);
  }

  long epoch(Socket socket) {
    return socket.witness().epoch() + (luck.nextInt(8) == 0 ? luck.nextInt(-1, 2) : 0);
  }

  private static String roomCode(String code) {
    return "{\"roomCode\":\"" + code + "\"";
  }

  String password() {
    return luck.nextInt(8) == 0 ? ",\"password\":\"p" + luck.nextInt(2) + "\"" : "";
  }

  private String code() {
    List<String> codes = world.codes();
    return codes.get(codes.size() - 1 - Math.min(luck.nextInt(3), codes.size() - 1));
  }

  String member() {
    return world.players().get(luck.nextInt(world.players().size())).clientId();
  }

  private String anyToken() {
    return String.valueOf(world.players().get(luck.nextInt(world.players().size())).token());
  }
}
