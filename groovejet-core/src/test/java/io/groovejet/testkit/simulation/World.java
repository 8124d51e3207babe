package io.groovejet.testkit.simulation;

import io.groovejet.LobbyReport;
import io.groovejet.OpeningHandshake;
import io.groovejet.guard.AddressLimits;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.RoomCode;
import io.groovejet.room.Effect;
import io.groovejet.room.Room;
import io.groovejet.room.SnapshotHeader;
import io.groovejet.testkit.ManualTime;
import io.groovejet.testkit.ScriptedNames;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One simulated world: its lobbies, its store, its clock and its players. */
final class World {

  private static final Duration LONG = Duration.ofHours(3);
  private static final Duration UNTIL_CALM = Duration.ofMillis(1_010); // retries come every second

  private final Schedule schedule;
  private final @Nullable List<String> story; // null when nobody listens
  private final ManualTime time = new ManualTime();
  private final ScriptedNames names = new ScriptedNames();
  private final FaultyRoomStore store;
  private final FaultySnapshotStore snapshots = new FaultySnapshotStore();
  private final Ledger ledger = new Ledger();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Player> players = new ArrayList<>();
  private final List<String> codes = new ArrayList<>(List.of("nope"));
  private final Inspection inspection = new Inspection(this);
  private Instant calmAt = Instant.MIN; // when all retries are through
  private final Map<ConnectionId, Socket> connections = new HashMap<>();
  private int heard; // how many messages were delivered
  private int signals; // how many were sent
  private byte[] lastRead = {}; // known by identity: what is told to several is read once
  private Message lastMessage = new Message(Map.of()); // what it says

  World(Schedule schedule, boolean told) {
    this.schedule = schedule;
    this.story = told ? new ArrayList<>() : null;
    this.store = new FaultyRoomStore(schedule.nodes() > 1, this::disturbed);
  }

  void run() {
    try {
      begin();
      for (long step : schedule.steps()) {
        SplittableRandom luck = new SplittableRandom(step);
        new Turmoil(this, luck).step();
        inspection.look();
      }
      end();
    } catch (RuntimeException thrown) {
      throw Invariant.NOTHING_THROWN.broken(thrown.toString(), thrown);
    }
  }

  private void begin() {
    for (int i = 0; i < schedule.nodes(); i++) {
      nodes.add(new Node(i == 0 ? "A" : "B", this, Duration.ofMillis(700L * i)));
    }
    for (int i = 0; i < schedule.players(); i++) {
      players.add(new Player(String.valueOf((char) ('a' + i))));
    }
  }

  private void end() {
    store.isBack();
    snapshots.isBack();
    sockets().stream().filter(Socket::open).forEach(Socket::breaks);
    pass(LONG);
    for (Node node : nodes) {
      LobbyReport report = node.lobby().report();
      boolean nothing = report.equals(LobbyReport.NOTHING);
      Invariant.NOTHING_LEFT.check(nothing, report.toString());
    }
  }

  Socket connect(Player player, Node node, OpeningHandshake handshake) {
    Socket socket = new Socket(player, node, this, handshake);
    connections.put(socket.id(), socket);
    player.takes(socket);
    socket.connect(handshake);
    return socket;
  }

  /** The connection of that name. */
  @Nullable Socket socket(ConnectionId id) {
    return connections.get(id);
  }

  /** Replaces a server that is no more by another one with the same store. */
  void restart(Node old) {
    old.dies();
    sockets().stream().filter(socket -> socket.node() == old).forEach(Socket::isCutOff);
    snapshots.isOpenedAgain(
        rooms().stream()
            .flatMap(room -> room.snapshots().headers().stream())
            .map(SnapshotHeader::blob)
            .collect(Collectors.toSet()));
    nodes.set(nodes.indexOf(old), new Node(old.name(), this, Duration.ZERO));
    tell("a new server starts");
  }

  /** The bus: effects go to the server that has the connection. */
  void pass(long to, RoomCode room, Effect effect) {
    nodes.stream()
        .filter(node -> node.lobby().node() == to && node.alive())
        .forEach(node -> node.lobby().carryOut(effect));
  }

  void pass(Duration duration) {
    tell("… " + duration);
    time.pass(duration);
  }

  /** Time jumps. What is due is late then, and what follows from it waits from now on. */
  void jump(Duration duration) {
    boolean calm = isCalm();
    tell("time jumps by " + duration);
    time.jump(duration);
    if (!calm) {
      disturbed();
    }
  }

  /** Something fails or has failed: for a while not everything is as it will be. */
  void disturbed() {
    calmAt = time.now().plus(UNTIL_CALM);
  }

  /** Whether everything that failed is through. */
  boolean isCalm() {
    if (!store.isWell() || !snapshots.isWell()) {
      disturbed();
    }
    return !time.now().isBefore(calmAt);
  }

  /** How many messages were delivered. */
  long heard() {
    return heard;
  }

  Message read(byte[] utf8) {
    heard++;
    if (utf8 != lastRead) {
      lastRead = utf8;
      lastMessage = Message.of(utf8);
    }
    return lastMessage;
  }

  List<Socket> sockets() {
    return players.stream().flatMap(player -> player.sockets().stream()).toList();
  }

  /** The rooms as they are. */
  List<Room> rooms() {
    return store.codesNow().stream().flatMap(code -> store.now(code).stream()).toList();
  }

  @Nullable Room room(String code) {
    return RoomCode.parse(code).flatMap(store::now).orElse(null);
  }

  int nextSignal() {
    return ++signals;
  }

  void tell(String line) {
    if (story != null) {
      story.add(line);
    }
  }

  void story(String who, String does, String what) {
    if (story != null) {
      story.add(who + " " + does + " " + what);
    }
  }

  void story(String who, String does, byte[] what) {
    if (story != null) {
      story.add(who + " " + does + " " + new String(what, StandardCharsets.UTF_8));
    }
  }

  List<String> story() {
    return story == null ? List.of() : story;
  }

  ManualTime time() {
    return time;
  }

  /** In some worlds, everybody comes from one address and may be too many. */
  AddressLimits perAddress() {
    boolean strict = schedule.players() % 4 == 3;
    return strict ? AddressLimits.ofDefaults() : AddressLimits.unlimited();
  }

  ScriptedNames names() {
    return names;
  }

  FaultyRoomStore store() {
    return store;
  }

  FaultySnapshotStore snapshots() {
    return snapshots;
  }

  Ledger ledger() {
    return ledger;
  }

  List<Node> nodes() {
    return nodes;
  }

  List<Player> players() {
    return players;
  }

  /** The codes of the rooms there have been, newest last. */
  List<String> codes() {
    return codes;
  }
}
