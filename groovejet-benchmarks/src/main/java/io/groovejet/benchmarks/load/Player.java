package io.groovejet.benchmarks.load;

import java.nio.ByteBuffer;

/** One client at its seat: connects, enters its room, and from then on plays. */
final class Player implements Ears {

  /** What a player does with the signals it hears. */
  interface Game {

    /** A guest's offer has come to its host. */
    void offered(Room room, int seat);

    /** The host's answer has come to its guest. */
    void answered(Player guest);

    /** The player is in its room. */
    default void entered(Player player) {}

    /** The player's connection has ended. */
    default void ended(Player player) {}
  }

  private static final byte[] LEAVE_AND_CLOSE =
      Bytes.concat(ClientFrame.text("{\"type\":\"leaveRoom\"}"), ClientFrame.close());

  private final Crowd crowd;
  private final Room room;
  private final int seat;
  private final byte[] offer;
  private Connection connection;
  private String token = ""; // the latest the server gave
  private String clientId = "";
  private byte[] answer = {}; // to it, once its client id is known
  private boolean inRoom;
  private boolean leaving; // what it hears is of no interest any more
  private boolean returning; // it has been in its room before

  Player(Crowd crowd, Room room, int seat) {
    this.crowd = crowd;
    this.room = room;
    this.seat = seat;
    this.offer = Texts.offer(seat);
    this.connection = connect();
  }

  /** Comes back after its connection was lost. */
  void comesBack() {
    returning = true;
    connection = connect();
  }

  /** Takes the seat as somebody new. */
  void isReplaced() {
    returning = false;
    connection = connect();
  }

  boolean isInRoom() {
    return inRoom;
  }

  int seat() {
    return seat;
  }

  Room room() {
    return room;
  }

  void offers() {
    connection.send(offer);
  }

  /** The host's answer to this guest. */
  byte[] answer() {
    return answer;
  }

  void says(byte[] frame) {
    connection.send(frame);
  }

  /** Gives its seat up and closes its connection as it should. */
  void leaves() {
    leaving = true;
    boolean hasSeat = room.target().dialect() == Dialect.MESSAGES;
    connection.send(hasSeat ? LEAVE_AND_CLOSE : ClientFrame.close());
  }

  void reset() {
    connection.reset();
  }

  private Connection connect() {
    inRoom = false;
    leaving = false;
    return crowd.connect(room.target().door(room.name(), seat), this);
  }

  @Override
  public void opened() {
    if (room.target().dialect() == Dialect.BARE) {
      enters("");
    }
  }

  @Override
  public void heard(ByteBuffer text) {
    if (leaving) {
      return; // the host may have closed the room already
    }
    if (!inRoom) {
      isGreeted(text);
    } else if (Bytes.startsWith(text, Texts.OFFER)) {
      room.game().offered(room, Texts.seat(text));
    } else if (Bytes.startsWith(text, Texts.ANSWER)) {
      room.game().answered(this);
    } else if (Bytes.startsWith(text, Texts.ERROR)) {
      throw new IllegalStateException(Bytes.toString(text));
    }
  }

  @Override
  public void ended() {
    inRoom = false;
    room.game().ended(this);
  }

  private void isGreeted(ByteBuffer text) {
    if (Bytes.startsWith(text, Texts.IDENTITY)) {
      isKnown(text);
    } else if (Bytes.startsWith(text, Texts.CREATED)) {
      room.isNamed(Texts.field(text, "roomCode"));
      enters(clientId);
    } else if (Bytes.startsWith(text, Texts.JOINED)) {
      enters(clientId);
    } else if (Bytes.startsWith(text, Texts.ERROR)) {
      throw new IllegalStateException(Bytes.toString(text));
    }
  }

  private void isKnown(ByteBuffer identity) {
    boolean resumed = Bytes.toString(identity).contains("\"resumed\":true");
    String proof = returning && !resumed ? ",\"clientToken\":\"" + token + "\"" : "";
    clientId = Texts.field(identity, "clientId");
    if (room.target().dialect() == Dialect.ORIGINAL) {
      enters(clientId);
      return;
    }
    token = Texts.field(identity, "clientToken");
    if (resumed) {
      return; // it is on its way into its room
    }
    if (seat == 0 && !returning) {
      says(ClientFrame.text("{\"type\":\"createRoom\",\"data\":{\"maxClients\":64}}"));
    } else {
      says(
          ClientFrame.text(
              "{\"type\":\"joinRoom\",\"data\":{\"roomCode\":\""
                  + room.name()
                  + "\""
                  + proof
                  + "}}"));
    }
  }

  private void enters(String as) {
    answer = Texts.answer(room.target().dialect(), seat, as);
    inRoom = true;
    room.game().entered(this);
  }
}
