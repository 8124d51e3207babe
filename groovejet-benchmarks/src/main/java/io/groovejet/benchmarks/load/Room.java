package io.groovejet.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A host and its guests, on one server. */
final class Room {

  private final Target target;
  private final Player.Game game;
  private final Crowd crowd;
  private final Player host;
  private final List<Player> guests = new ArrayList<>();
  private String name;

  /** A room whose host is on its way. */
  Room(Crowd crowd, Target target, int number, Player.Game game) {
    this.crowd = crowd;
    this.target = target;
    this.game = game;
    this.name = target.newRoom(number);
    this.host = new Player(crowd, this, 0);
  }

  /** So many rooms on one server, all of them full. */
  static List<Room> open(Crowd crowd, Target target, Player.Game game, int rooms, int guests) {
    List<Room> open = new ArrayList<>();
    for (int number = 0; number < rooms; number++) {
      Room room = new Room(crowd, target, number, game);
      open.add(room);
      crowd.until("a room is open", room.host::isInRoom);
    }
    for (int seat = 1; seat <= guests; seat++) {
      for (Room room : open) {
        room.invites(seat);
      }
      crowd.until("guests are in", () -> open.stream().allMatch(Room::isComplete));
    }
    return open;
  }

  private void invites(int seat) {
    guests.add(new Player(crowd, this, seat));
  }

  boolean isComplete() {
    return host.isInRoom() && guests.stream().allMatch(Player::isInRoom);
  }

  Player host() {
    return host;
  }

  Player guest(int seat) {
    return guests.get(seat - 1);
  }

  List<Player> guests() {
    return guests;
  }

  Stream<Player> players() {
    return Stream.concat(Stream.of(host), guests.stream());
  }

  Target target() {
    return target;
  }

  Player.Game game() {
    return game;
  }

  String name() {
    return name;
  }

  void isNamed(String code) {
    name = code;
  }
}
