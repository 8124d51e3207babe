package io.groovejet.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A host and its guests, on one server. */
final class Room {

  private static final int MOST_AT_ONCE = 100;

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
    while (open.size() < rooms) {
      int first = open.size();
      int end = Math.min(rooms, first + MOST_AT_ONCE);
      for (int number = first; number < end; number++) {
        open.add(new Room(crowd, target, number, game));
      }
      fill(crowd, open.subList(first, end), guests);
    }
    return open;
  }

  private static void fill(Crowd crowd, List<Room> rooms, int guests) {
    crowd.until("rooms are open", () -> rooms.stream().allMatch(Room::isComplete));
    for (int seat = 1; seat <= guests; seat++) {
      for (Room room : rooms) {
        room.invites(seat);
      }
      crowd.until("guests are in", () -> rooms.stream().allMatch(Room::isComplete));
    }
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
