package io.groovejet;

import io.groovejet.codec.Encoder;
import io.groovejet.codec.Utf8;
import io.groovejet.protocol.CloseReason;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.RequestId;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.ServerMessage;
import io.groovejet.protocol.ServerMessage.Failed;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One connection of one client: what a transport reports to.
 *
 * <p>Threads: calls for one connection come one at a time and in the order of what happened; no
 * call blocks, with a store that does not. A message is dealt with before the next one of the same
 * connection.
 */
public final class ClientSession {

  private static final Logger LOG = System.getLogger(ClientSession.class.getName());
  private static final byte[] START = new byte[0]; // known by identity: the first thing to do
  private static final byte[] GONE = new byte[0]; // known by identity: the last thing to do

  private final ConnectionId id;
  private final Dialect dialect;
  private final SignalingConnection connection;
  private final Rooms rooms;
  private final Switchboard switchboard;
  private final Visitor visitor;
  private final Dialogue dialogue;
  private final Pulse pulse;
  private final ConnectionNews news;

  private final AtomicBoolean sentAway = new AtomicBoolean();
  private final Inbox inbox = new Inbox(this::handle);
  private final Allowance allowance;
  private final Intake intake;

  private volatile @Nullable CloseReason ending; // why the lobby closed it
  private volatile boolean over; // nothing is said or heard any more
  private volatile @Nullable RoomCode room; // where it speaks, set by the room's effects

  ClientSession(
      ConnectionId id,
      OpeningHandshake handshake,
      SignalingConnection connection,
      LobbyOptions options,
      Rooms rooms,
      Switchboard switchboard,
      Doorkeeper doorkeeper) {
    this.id = id;
    this.dialect = handshake.dialect();
    this.connection = connection;
    this.rooms = rooms;
    this.switchboard = switchboard;
    this.visitor = new Visitor(handshake.address(), doorkeeper);
    this.dialogue = new Dialogue(this, handshake, options, rooms);
    this.news = new ConnectionNews(options, id, dialogue::client);
    this.intake = new Intake(doorkeeper.incoming(), () -> reject(CloseReason.BUSY));
    this.allowance = new Allowance(options.limits(), options.timekeeper());
    this.pulse = new Pulse(connection, options.limits(), options.timekeeper(), this::reject);
  }

  /**
   * A text message has arrived, whole.
   *
   * @param utf8 its bytes; what is not well-formed UTF-8 closes the connection with 1007. The array
   *     is the lobby's from now on: signals are passed on out of it
   */
  public void received(byte[] utf8) {
    pulse.spoke();
    switchboard.meter().received(utf8.length);
    if (over) {
      return;
    }
    if (utf8.length > maxMessageBytes()) {
      reject(CloseReason.TOO_BIG);
      return;
    }
    if (allowance.affords(utf8.length, this::limited)) {
      take(utf8);
    }
  }

  /** A text message has arrived, whole, by a transport that has it as a string. */
  public void received(String text) {
    received(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Anything else has arrived, such as a part of a message: the client lives. */
  public void heard() {
    pulse.heard();
  }

  /**
   * A ping or a pong has arrived: it counts as a message does.
   *
   * @return whether a ping is to be answered; it is dropped where a message would be
   */
  public boolean heardControl() {
    pulse.heard();
    return !over && allowance.affords(0, this::limited);
  }

  /** One small part of a message of many: it counts as one, but cannot be dropped as one. */
  boolean affordsCrumb() {
    boolean affords = over || allowance.affords(0, anyway -> {});
    if (!affords) {
      news.limited(true);
    }
    return affords;
  }

  /** It sends too much, and was not told so in the last second. */
  private void limited(boolean forTooLong) {
    news.limited(forTooLong);
    if (forTooLong) {
      reject(CloseReason.POLICY);
    } else {
      write(new Failed(Refusal.of(ErrorType.RATE_LIMITED)), null);
    }
  }

  /** A part of a message has arrived, and more is to come; whether it is still of interest. */
  boolean assembling(int kept) {
    pulse.assembling();
    intake.keeps(kept);
    return !over;
  }

  /** The message is complete, or not awaited any more. */
  void assembled() {
    intake.keeps(0);
  }

  /** The client broke the rules of the transport: it is told why, and is gone. */
  public void reject(CloseReason reason) {
    ends(reason); // first, so that whoever hears the reason finds the client gone
    connection.close(reason);
  }

  /**
   * The connection has ended, however it did. Nothing is sent to it any more. Further calls do
   * nothing.
   */
  public void disconnected() {
    end();
    connection.abandon();
  }

  private void end() {
    over = true;
    intake.end();
    inbox.add(GONE);
  }

  /**
   * How many bytes a message of this client may have now. It changes with the client's role, so
   * transports ask while a message comes in.
   */
  public int maxMessageBytes() {
    return allowance.maxMessageBytes();
  }

  /** It was hung up on because it does not read. */
  void readsNothing() {
    ends(CloseReason.SLOW);
  }

  private void ends(CloseReason reason) {
    if (!over) {
      ending = reason;
    }
    end();
  }

  /** Greets the client; what it says meanwhile waits. */
  void start() {
    news.opened(dialect);
    inbox.add(START);
  }

  Visitor visitor() {
    return visitor;
  }

  ConnectionId id() {
    return id;
  }

  Dialect dialect() {
    return dialect;
  }

  Optional<RoomCode> room() {
    return Optional.ofNullable(room);
  }

  ConnectionNews news() {
    return news;
  }

  void say(ServerMessage message, @Nullable RequestId requestId) {
    if (message instanceof Failed failed && !over) {
      news.refused(failed.refusal(), room);
    }
    if (message.isSignal()) {
      switchboard.meter().relayed();
    }
    write(dialogue.complete(message), requestId);
  }

  private void write(ServerMessage message, @Nullable RequestId requestId) {
    if (!over) {
      Encoder.encode(message, requestId, dialect).ifPresent(this::send);
    }
  }

  void send(byte[] utf8) {
    if (!over) {
      switchboard.meter().sent(utf8.length);
      connection.send(utf8);
    }
  }

  void entered(RoomCode code) {
    room = code;
  }

  /** It speaks in no room any more; a URL client has no other, so it is closed. */
  void exited() {
    room = null;
    if (dialect == Dialect.URL) {
      reject(CloseReason.ROOM_ENDED);
    }
  }

  /** A newer connection has its seat. */
  void replaced(CloseReason reason) {
    room = null;
    reject(reason);
  }

  /** It hosts a room with that many seats taken; 0 when it hosts none. */
  void hosts(int seats) {
    allowance.hosts(seats);
  }

  /** Asks for a sign of life at once; without one soon, it counts as lost. */
  void probe() {
    pulse.probe();
  }

  /**
   * The server restarts: nothing is said to it after this, also not who else is sent away.
   *
   * @return whether nobody else does so; whoever does sends it away
   */
  boolean bidFarewell(ServerMessage farewell) {
    boolean first = sentAway.compareAndSet(false, true);
    if (first) {
      say(farewell, null);
      ending = CloseReason.RESTART;
      over = true;
    }
    return first;
  }

  /** Ends the connection after its farewell. */
  void sendAway() {
    connection.close(CloseReason.RESTART);
    end();
  }

  /** Looks whether it still lives and does something; pings it when that is due. */
  void look(Instant now) {
    pulse.look(now, room != null);
  }

  private void take(byte[] utf8) {
    if (Utf8.isWellFormed(utf8)) {
      inbox.add(utf8);
    } else {
      reject(CloseReason.BAD_UTF8);
    }
  }

  @SuppressWarnings("ArrayEquals") // the two marks are known by identity
  private void handle(byte[] item, Step step) {
    try {
      if (item == START) {
        dialogue.open(step);
      } else if (item == GONE) {
        leave();
        step.end();
      } else if (over) {
        step.end();
      } else {
        dialogue.hear(item, step);
      }
    } catch (RuntimeException broken) {
      LOG.log(Level.ERROR, "A message could not be handled", broken);
      say(new Failed(Refusal.of(ErrorType.INTERNAL_ERROR)), null);
      step.end();
    }
  }

  private void leave() {
    if (switchboard.remove(this)) {
      visitor.leaves();
      news.closed(ending);
    }
    RoomCode left = room;
    room = null;
    if (left != null) {
      rooms.lose(left, id);
    }
  }

  @Override
  public String toString() {
    return "ClientSession[" + id.serial() + "]";
  }
}
