package io.groovejet;

import io.groovejet.codec.Encoder;
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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Whoever is at the other end of one connection: is told what rooms and the lobby say, and what it
 * says is dealt with, one message at a time. It ends once.
 */
final class Party {

  private static final Logger LOG = System.getLogger(Party.class.getName());
  private static final byte[] START = new byte[0]; // known by identity: the first thing to do
  private static final byte[] GONE = new byte[0]; // known by identity: the last thing to do

  private final ConnectionId id;
  private final Dialect dialect;
  private final SignalingConnection connection;
  private final House house;
  private final Visitor visitor;
  private final Dialogue dialogue;
  private final ConnectionNews news;
  private final Pulse pulse;
  private final Allowance allowance;
  private final Intake intake;

  private final AtomicBoolean sentAway = new AtomicBoolean();
  private final Inbox inbox = new Inbox(this::handle);

  private volatile @Nullable CloseReason ending; // why the lobby closed it
  private volatile boolean over; // nothing is said or heard any more
  private volatile @Nullable RoomCode room; // where it speaks, set by the room's effects

  Party(ConnectionId id, OpeningHandshake handshake, SignalingConnection connection, House house) {
    LobbyOptions options = house.options();
    this.id = id;
    this.dialect = handshake.dialect();
    this.connection = connection;
    this.house = house;
    this.visitor = new Visitor(handshake.address(), house.doorkeeper());
    this.dialogue = new Dialogue(this, handshake, options, house.rooms());
    this.news = new ConnectionNews(options, id, dialogue::client);
    this.pulse = new Pulse(this, house.liveness(), options.timekeeper());
    this.allowance = new Allowance(options.limits(), options.timekeeper());
    this.intake = new Intake(house.doorkeeper().incoming(), () -> reject(CloseReason.BUSY));
  }

  /** Greets the client, and rejects it if too many came from where it comes from. */
  void start() {
    house.switchboard().add(this);
    boolean crowded = !visitor.enters();
    news.opened(dialect);
    inbox.add(START);
    house.liveness().watch(pulse);
    if (crowded) {
      reject(CloseReason.POLICY);
    }
  }

  ConnectionId id() {
    return id;
  }

  Dialect dialect() {
    return dialect;
  }

  Visitor visitor() {
    return visitor;
  }

  ConnectionNews news() {
    return news;
  }

  Pulse pulse() {
    return pulse;
  }

  Allowance allowance() {
    return allowance;
  }

  Intake intake() {
    return intake;
  }

  Meter meter() {
    return house.switchboard().meter();
  }

  boolean isOver() {
    return over;
  }

  Optional<RoomCode> room() {
    return Optional.ofNullable(room);
  }

  /** It says something. */
  void hear(byte[] utf8) {
    inbox.add(utf8);
  }

  void say(ServerMessage message, @Nullable RequestId requestId) {
    if (message instanceof Failed failed && !over) {
      news.refused(failed.refusal(), room);
    }
    if (message.isSignal()) {
      meter().relayed();
    }
    write(dialogue.complete(message), requestId);
  }

  void write(ServerMessage message, @Nullable RequestId requestId) {
    if (!over) {
      Encoder.encode(message, requestId, dialect).ifPresent(this::send);
    }
  }

  void send(byte[] utf8) {
    if (!over) {
      meter().sent(utf8.length);
      connection.send(utf8);
    }
  }

  void ping() {
    connection.ping();
  }

  void entered(RoomCode code) {
    room = code;
    pulse.stays();
  }

  /** It speaks in no room any more; a URL client has no other, so it is closed. */
  void exited() {
    room = null;
    pulse.roams();
    if (dialect == Dialect.URL) {
      reject(CloseReason.ROOM_ENDED);
    }
  }

  /** A newer connection has its seat. */
  void replaced(CloseReason reason) {
    room = null;
    reject(reason);
  }

  /** It is told why, and is gone. */
  void reject(CloseReason reason) {
    ends(reason); // first, so that whoever hears the reason finds the client gone
    connection.close(reason);
  }

  /** It was hung up on because it does not read. */
  void readsNothing() {
    ends(CloseReason.SLOW);
  }

  /** Its connection has ended, however it did. */
  void disconnected() {
    end();
    connection.abandon();
  }

  private void ends(CloseReason reason) {
    if (!over) {
      ending = reason;
    }
    end();
  }

  private void end() {
    over = true;
    intake.end();
    inbox.add(GONE);
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
    house.liveness().release(pulse);
    if (house.switchboard().remove(this)) {
      visitor.leaves();
      news.closed(ending);
    }
    RoomCode left = room;
    room = null;
    if (left != null) {
      house.rooms().lose(left, id);
    }
  }

  @Override
  public String toString() {
    return "Party[" + id.serial() + "]";
  }
}
