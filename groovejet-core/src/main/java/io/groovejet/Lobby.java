package io.groovejet;

import io.groovejet.guard.Limits;
import io.groovejet.protocol.Address;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.ServerMessage.ServerDraining;
import io.groovejet.room.Effect;
import io.groovejet.room.Room;
import io.groovejet.room.RoomSettings;
import io.groovejet.store.RoomStore;
import io.groovejet.store.Versioned;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A lobby: introduces the clients connected to it to each other. One lobby serves any number of
 * rooms, connections and transports.
 *
 * <p>Threads: all methods may be called from any thread. With a store that does not block, none
 * blocks.
 */
public final class Lobby implements AutoCloseable {

  private final LobbyOptions options;
  private final Switchboard switchboard;
  private final Rooms rooms;
  private final Backlog backlog;
  private final Queues queues;
  private final Doorkeeper doorkeeper;
  private final FrontDoor frontDoor;
  private final House house;
  private final Supervisor supervisor;
  private final long node;
  private final AtomicLong serials = new AtomicLong();
  private final AtomicInteger sockets = new AtomicInteger(); // whose end was not told
  private volatile boolean draining; // no new rooms and connections

  private Lobby(LobbyOptions options) {
    this.options = options;
    this.node = options.names().node();
    this.switchboard = new Switchboard(options.snapshots(), options.timekeeper());
    this.rooms = new Rooms(options, node, switchboard);
    this.supervisor = new Supervisor(options, rooms, switchboard, node);
    this.backlog = new Backlog(options.limits().server().queuedBytes());
    this.queues = Queues.of(options.limits().queue(), options.timekeeper(), backlog);
    this.doorkeeper =
        new Doorkeeper(
            options.limits().perAddress(),
            options.timekeeper(),
            backlog,
            new Backlog(options.limits().server().incomingBytes()));
    this.frontDoor = new FrontDoor(options, doorkeeper);
    Liveness liveness = new Liveness(options.timekeeper(), options.limits());
    this.house = new House(options, rooms, switchboard, doorkeeper, liveness);
  }

  /** A lobby that goes on with what its store has kept. */
  static Lobby started(LobbyOptions options) {
    Lobby lobby = new Lobby(options);
    lobby.rooms.restart();
    return lobby;
  }

  /** A lobby with everything as the protocol says, its rooms in memory. */
  public static Lobby ofDefaults() {
    return builder().build();
  }

  /** Starts to build a lobby. */
  public static LobbyBuilder builder() {
    return new LobbyBuilder();
  }

  /**
   * Decides about an upgrade request at the path where the lobby is mounted. Nothing is kept of a
   * refused one.
   */
  public HandshakeVerdict handshake(HttpRequest upgrade) {
    return frontDoor.handshake(upgrade, draining);
  }

  /**
   * Answers a request without upgrade at or below the path where the lobby is mounted: {@code POST
   * /rooms}, its preflight, {@code /client/groovejet.js} and what that imports if {@code
   * groovejet-client} is on the class path, or that an upgrade is needed at the path itself. Blocks
   * as long as the store does.
   *
   * @return empty when the path is not the lobby's
   */
  public Optional<HttpReply> answer(HttpRequest plain) {
    return frontDoor.answer(plain, draining, this::openRoom);
  }

  /**
   * Opens a room that the first client to claim it will host, as {@code POST /rooms} does. It
   * counts for nobody's limits.
   */
  public RoomCode openRoom() {
    return openRoom(null);
  }

  private RoomCode openRoom(@Nullable Address maker) {
    int seats = options.limits().maxClients();
    RoomSettings settings =
        RoomSettings.claimable(seats, maker, options.timekeeper().now(), options.timers());
    return rooms.openClaimable(maker, code -> settings).code();
  }

  /** Connects a client in the message dialect by {@code connection}, for tests. */
  public ClientSession connect(SignalingConnection connection) {
    return connect(OpeningHandshake.messageDialect(), connection);
  }

  /**
   * Connects a client. It is told its identity before this returns.
   *
   * @param handshake what {@link #handshake} accepted
   * @param connection what the lobby speaks to, with a bounded queue of its own
   * @return what the transport reports to
   */
  public ClientSession connect(OpeningHandshake handshake, SignalingConnection connection) {
    return new ClientSession(enter(handshake, connection), () -> {});
  }

  private Party enter(OpeningHandshake handshake, SignalingConnection connection) {
    ConnectionId id = new ConnectionId(node, serials.incrementAndGet());
    Party party = new Party(id, handshake, connection, house);
    party.start();
    if (draining && party.bidFarewell(new ServerDraining(Duration.ZERO))) {
      party.sendAway();
    }
    return party;
  }

  /**
   * Connects a client by an open socket, with a queue before it that is bounded by {@link
   * Limits#queue}. It is told its identity before this returns.
   *
   * @param handshake what {@link #handshake} accepted
   * @return what the transport reports to
   */
  public ClientSession connect(OpeningHandshake handshake, Wire wire) {
    Party[] party = new Party[1];
    QueuedConnection connection =
        new QueuedConnection(
            wire, queues, () -> Optional.ofNullable(party[0]).ifPresent(Party::readsNothing));
    party[0] = enter(handshake, connection);
    sockets.incrementAndGet();
    return new ClientSession(party[0], sockets::decrementAndGet);
  }

  /** The number by which other lobbies on the same store reach this one. */
  public long node() {
    return node;
  }

  /** Carries out what a room decided, at another lobby, about a connection of this one. */
  public void carryOut(Effect effect) {
    effect.carryOut(switchboard);
  }

  /** The limits clients are held to. */
  public Limits limits() {
    return options.limits();
  }

  /** What the backend can do to rooms. */
  public Supervisor supervisor() {
    return supervisor;
  }

  /** The room with that code as it is now, empty when there is none. */
  public Optional<Room> room(RoomCode code) {
    return options.store().find(code).map(Versioned::value);
  }

  /** What the lobby holds right now; all zero when everybody has left and every grace is over. */
  public LobbyReport report() {
    RoomStore store = options.store();
    return new LobbyReport(
        store.count(),
        switchboard.parties().size(),
        sockets.get(),
        rooms.busyLanes(),
        rooms.consequences().pendingAlarms(),
        rooms.listings().size(),
        options.snapshots().sizeBytes(),
        doorkeeper.addresses() + rooms.consequences().addresses(),
        backlog.bytes() + doorkeeper.incoming().bytes());
  }

  /** What has passed through the lobby since it began. */
  public LobbyTraffic traffic() {
    return switchboard.meter().traffic();
  }

  /** The rooms as they are now, in no order; some may come or go meanwhile. */
  public Stream<Room> rooms() {
    return options.store().codes().stream().flatMap(code -> room(code).stream());
  }

  /**
   * Sends everybody away for a restart: lets clients open no more rooms, tells every client {@code
   * serverDraining} and closes its connection with 1012. Rooms and seats are kept.
   *
   * @param spread over which time clients are to come back, so that they do not come all at once
   */
  public void drain(Duration spread) {
    draining = true;
    List<Party> parties = List.copyOf(switchboard.parties());
    for (int i = 0; i < parties.size(); i++) {
      Duration wait = spread.multipliedBy(i).dividedBy(parties.size());
      parties.get(i).bidFarewell(new ServerDraining(wait));
    }
    parties.forEach(Party::sendAway);
  }

  /** Drains at once and ends the lobby's threads. Closing twice does nothing. */
  @Override
  public void close() {
    drain(Duration.ZERO);
    options.herald().close();
    if (options.timekeeper() instanceof SystemTimekeeper own) {
      own.close();
    }
  }
}
