package io.groovejet.testkit.simulation;

import io.groovejet.Lobby;
import io.groovejet.LobbyReport;
import io.groovejet.OpeningHandshake;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.RoomCode;
import io.groovejet.room.Client;
import io.groovejet.room.Room;
import io.groovejet.room.Vacancy;
import io.groovejet.room.Vacancy.Appointment;
import io.groovejet.testkit.ManualTime;
import io.groovejet.testkit.ScriptedNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One random world: clients that create, join, leave, signal, break and come back, in an order that
 * a seed decides, on time that stands still. After every step these hold (protocol section 10):
 *
 * <ol>
 *   <li>At most one host per room and epoch, ever.
 *   <li>Epochs only grow.
 *   <li>Nothing of a room reaches a client after it left, was replaced or closed.
 *   <li>A member that joined leaves at most once; nobody hears of strangers.
 *   <li>Membership events reach members only.
 *   <li>Seats never exceed {@code maxClients}.
 *   <li>Every request ends in exactly one reply, one error, or the close of the connection.
 *   <li>Offers reach the host, answers a guest, in the current epoch, from members.
 *   <li>When everybody has left and every grace is over, the lobby holds nothing.
 *   <li>The identity is the first message of every connection.
 *   <li>An error changes no room.
 *   <li>What members were told adds up to the room as it is.
 *   <li>The lobby and a client agree whether it is in a room.
 *   <li>Whoever was asked to become host is the room's candidate until it hears otherwise.
 * </ol>
 */
public final class Walk {

  private static final int STEPS = 120;
  private static final Duration LONG = Duration.ofHours(3);

  private final SplittableRandom luck;
  private final ManualTime time = new ManualTime();
  private final Lobby lobby;
  private final Ledger ledger = new Ledger();
  private final List<String> story = new ArrayList<>();
  private final List<Socket> sockets = new ArrayList<>();
  private final List<String> tokens = new ArrayList<>();
  private final List<String> codes = new ArrayList<>(List.of("nope"));
  private int named; // how many clients got a name

  private Walk(long seed) {
    this.luck = new SplittableRandom(seed);
    this.lobby = Lobby.builder().timekeeper(time).names(new ScriptedNames()).build();
  }

  /** Walks through the world of {@code seed}; a failure tells the seed and the story. */
  public static void through(long seed) {
    Walk walk = new Walk(seed);
    try {
      walk.go();
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError(
          "seed " + seed + ": " + broken.getMessage() + "\n\n" + walk.story(), broken);
    }
  }

  private String story() {
    int from = Math.max(0, story.size() - 80);
    return String.join("\n", story.subList(from, story.size()));
  }

  private void go() {
    for (int i = 0; i < STEPS; i++) {
      step();
      look();
    }
    sockets.forEach(Socket::breaks);
    time.pass(LONG);
    LobbyReport report = lobby.report();
    check(report.equals(new LobbyReport(0, 0, 0, 0, 0)), "(9) something is left: " + report);
  }

  private void step() {
    switch (luck.nextInt(24)) {
      case 0 -> sockets.add(connect(OpeningHandshake.messageDialect()));
      case 1 -> connectByUrl();
      case 2 -> any().ifPresent(this::create);
      case 3, 4, 5 -> any().ifPresent(this::join);
      case 6 -> any().ifPresent(socket -> socket.asks("leaveRoom", "{}"));
      case 7, 8 -> any().ifPresent(this::offer);
      case 9 -> any().ifPresent(this::answer);
      case 10 -> any().ifPresent(this::candidate);
      case 11 -> any().ifPresent(Socket::breaks);
      case 12 -> comeBack();
      case 13 -> pass(Duration.ofMillis(luck.nextInt(12_000)));
      case 14 -> pass(Duration.ofSeconds(luck.nextInt(1, 700)));
      case 15 -> any().ifPresent(this::ready);
      case 16 -> any().ifPresent(this::decline);
      case 17 -> any().ifPresent(this::report);
      case 18 -> any().ifPresent(this::update);
      case 19 -> any().ifPresent(this::transfer);
      case 21 -> any().ifPresent(this::save);
      case 22 -> any().ifPresent(socket -> refusable(socket, "loadSnapshot", "{}"));
      case 20 -> candidate().ifPresent(this::ready);
      default -> odd();
    }
  }

  private Optional<Socket> candidate() {
    return sockets.stream().filter(one -> one.open() && one.witness().isCandidate()).findFirst();
  }

  private void ready(Socket socket) {
    refusable(socket, "hostReady", "{\"hostEpoch\":" + number(socket) + "}");
  }

  private void decline(Socket socket) {
    socket.signals("hostDeclined", "{\"hostEpoch\":" + number(socket) + "}");
  }

  private void report(Socket socket) {
    long epoch = socket.witness().epoch();
    String link = "\"connected\":" + luck.nextBoolean();
    socket.signals("linkState", "{" + link + ",\"hostEpoch\":" + epoch + "}");
  }

  private void update(Socket socket) {
    String priority = "\"hostPriority\":" + luck.nextInt(-3, 3);
    refusable(socket, "updateClient", "{\"canHost\":" + luck.nextBoolean() + "," + priority + "}");
  }

  private void transfer(Socket socket) {
    String to = luck.nextBoolean() ? "\"clientId\":\"" + member() + "\"" : "";
    refusable(socket, "transferHost", "{" + to + "}");
  }

  private void save(Socket socket) {
    refusable(socket, "saveSnapshot", "{\"snapshot\":{\"n\":" + luck.nextInt() + "}}");
  }

  private long number(Socket socket) {
    return socket.witness().claim() + (luck.nextInt(8) == 0 ? 1 : 0);
  }

  private Socket connect(OpeningHandshake handshake) {
    return Socket.connect("c" + named++, lobby, handshake, ledger, story);
  }

  private void connectByUrl() {
    boolean asHost = luck.nextBoolean();
    String code = asHost && luck.nextBoolean() ? lobby.openRoom().value() : code();
    codes.add(code);
    sockets.add(connect(new OpeningHandshake(Dialect.URL, null, code, asHost, "127.0.0.1")));
  }

  private void create(Socket socket) {
    String mode = List.of("automatic", "manual", "off").get(luck.nextInt(3));
    int seats = luck.nextInt(1, 6);
    int before = story.size();
    refusable(
        socket,
        "createRoom",
        "{\"maxClients\":" + seats + ",\"hostMigration\":\"" + mode + "\"" + password() + "}");
    socket.witness().room().filter(code -> before < story.size()).ifPresent(codes::add);
  }

  private void join(Socket socket) {
    String data = "{\"roomCode\":\"" + code() + "\"" + password();
    if (luck.nextInt(2) == 0) {
      data += ",\"canHost\":" + luck.nextBoolean();
    }
    if (!tokens.isEmpty() && luck.nextInt(3) == 0) {
      data += ",\"clientToken\":\"" + tokens.get(luck.nextInt(tokens.size())) + "\"";
    }
    refusable(socket, "joinRoom", data + "}");
  }

  /** Invariant 11. */
  private void refusable(Socket socket, String type, String data) {
    Map<String, Optional<Room>> before = rooms();
    int told = story.size();
    socket.asks(type, data);
    boolean refused =
        story.subList(told, story.size()).stream().anyMatch(line -> line.contains("\"error\""));
    check(!refused || before.equals(rooms()), "(11) an error changed a room");
  }

  private void offer(Socket socket) {
    socket.signals("guestOfferSignal", "{\"offerSignal\":{\"n\":" + luck.nextInt() + "}}");
  }

  private void answer(Socket socket) {
    socket.signals("hostAnswerSignal", "{\"answerSignal\":1,\"clientId\":\"" + member() + "\"}");
  }

  private void candidate(Socket socket) {
    String to = luck.nextBoolean() ? ",\"clientId\":\"" + member() + "\"" : "";
    socket.signals("iceCandidate", "{\"candidate\":null" + to + "}");
  }

  private void comeBack() {
    Socket newest = connect(OpeningHandshake.messageDialect());
    sockets.add(newest);
    Socket old = sockets.get(luck.nextInt(sockets.size()));
    if (old.token() != null && old != newest) {
      String canHost = luck.nextInt(4) == 0 ? ",\"canHost\":true" : "";
      String token = "\",\"clientToken\":\"" + old.token() + "\"";
      refusable(newest, "joinRoom", "{\"roomCode\":\"" + code() + token + canHost + "}");
    }
  }

  private void odd() {
    Optional<Socket> socket = any();
    switch (luck.nextInt(4)) {
      case 0 -> socket.ifPresent(one -> one.garbles("{\"type\":"));
      case 1 -> socket.ifPresent(one -> one.garbles("{\"type\":\"nonsense\"}"));
      case 2 -> sockets.stream().filter(one -> !one.open()).findAny().ifPresent(Socket::breaks);
      default ->
          socket.ifPresent(
              one -> one.signals("requestOffer", "{\"clientId\":\"" + member() + "\"}"));
    }
  }

  private void pass(Duration duration) {
    story.add("… " + duration);
    time.pass(duration);
  }

  private String password() {
    return luck.nextInt(6) == 0 ? ",\"password\":\"p" + luck.nextInt(2) + "\"" : "";
  }

  private String code() {
    return codes.get(codes.size() - 1 - Math.min(luck.nextInt(4), codes.size() - 1));
  }

  private String member() {
    List<String> ids =
        sockets.stream().filter(Socket::open).map(one -> one.witness().clientId()).toList();
    return ids.isEmpty() ? "nobody" : ids.get(luck.nextInt(ids.size()));
  }

  private Optional<Socket> any() {
    List<Socket> open = sockets.stream().filter(Socket::open).toList();
    return open.isEmpty() ? Optional.empty() : Optional.of(open.get(luck.nextInt(open.size())));
  }

  private Map<String, Optional<Room>> rooms() {
    Map<String, Optional<Room>> rooms = new LinkedHashMap<>();
    codes.forEach(code -> rooms.put(code, lobby.room(new RoomCode(code))));
    return rooms;
  }

  /** Invariants 6 and 12; also keeps the tokens clients were told. */
  private void look() {
    for (Socket socket : sockets) {
      Optional.ofNullable(socket.token()).filter(t -> !tokens.contains(t)).ifPresent(tokens::add);
      if (socket.open() && !socket.url()) {
        socket.witness().room().ifPresent(code -> compare(socket.witness(), code));
      }
    }
  }

  private void compare(Witness witness, String code) {
    Room room = lobby.room(new RoomCode(code)).orElseThrow();
    check(room.clients().size() <= room.settings().maxClients(), "(6) too many seats: " + room);
    Map<String, Boolean> seats = new LinkedHashMap<>();
    for (Client client : room.clients()) {
      seats.put(client.id().toString(), client.connected());
    }
    Optional<String> host = Optional.ofNullable(room.host().holder()).map(ClientId::toString);
    boolean candidate =
        Optional.ofNullable(room.vacancy())
            .map(Vacancy::appointment)
            .map(Appointment::candidate)
            .filter(id -> id.toString().equals(witness.clientId()))
            .isPresent();
    check(!witness.isCandidate() || candidate, "(14) a candidate nobody knows: " + room);
    boolean same =
        seats.equals(witness.members())
            && witness.epoch() == room.host().epoch()
            && witness.hostId().equals(host);
    check(
        same,
        "(12) "
            + witness.clientId()
            + " believes "
            + witness.members()
            + ", host "
            + witness.hostId()
            + " in "
            + witness.epoch()
            + ", but it is "
            + room);
  }

  private static void check(boolean holds, String complaint) {
    if (!holds) {
      throw new AssertionError(complaint);
    }
  }
}
