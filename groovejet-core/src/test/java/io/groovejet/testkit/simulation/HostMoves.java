package io.groovejet.testkit.simulation;

import io.groovejet.room.Room;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What a host, or whoever thinks to be one, does to a room; and how rooms are found. */
final class HostMoves {

  private final World world;
  private final Moves moves;
  private final SplittableRandom luck;

  HostMoves(World world, Moves moves, SplittableRandom luck) {
    this.world = world;
    this.moves = moves;
    this.luck = luck;
  }

  void rule(Socket socket) {
    switch (luck.nextInt(16)) {
      case 0 -> fenced(socket, "closeRoom", "\"reason\":\"over\"");
      case 1, 2, 3, 4 -> remove(socket);
      case 5, 6, 7 -> list(socket);
      default -> update(socket);
    }
  }

  private void update(Socket socket) {
    String seats = luck.nextInt(2) == 0 ? ",\"maxClients\":" + luck.nextInt(1, 9) : "";
    String lock = ",\"isLocked\":" + (luck.nextInt(4) == 0);
    String open = luck.nextInt(3) == 0 ? ",\"password\":null" : moves.password();
    fenced(socket, "updateRoom", "\"isPublic\":" + luck.nextBoolean() + seats + lock + open);
    list(socket); // what was just made public, or not, or was locked
  }

  private void remove(Socket socket) {
    List<String> bans = List.of("", ",\"ban\":\"identity\"", ",\"ban\":\"address\"");
    String ban = bans.get(luck.nextInt(8) == 0 ? 2 : luck.nextInt(2));
    fenced(socket, "removeClient", "\"clientId\":\"" + moves.member() + "\"" + ban);
  }

  private void fenced(Socket socket, String type, String data) {
    long epoch = moves.epoch(socket);
    boolean stale = epoch != socket.witness().epoch() && moves.isCertain(socket);
    boolean done = moves.refusable(socket, type, "{" + data + ",\"hostEpoch\":" + epoch + "}");
    Invariant.FENCED.check(!done || !stale, type);
  }

  private void list(Socket socket) {
    boolean certain = moves.isCertain(socket);
    if (moves.refusable(socket, "listRooms", "{}") && certain) {
      List<String> listed = socket.witness().listed().stream().map(HostMoves::code).toList();
      Stream<String> open =
          world.rooms().stream().filter(HostMoves::isOpen).map(room -> room.code().value());
      Invariant.LISTED.check(listed.stream().sorted().toList().equals(open.sorted().toList()), "");
    }
  }

  private static boolean isOpen(Room room) {
    return room.view().isPublic() && !room.view().isLocked() && room.hostConnected();
  }

  private static String code(Object room) {
    return room instanceof Map<?, ?> fields ? String.valueOf(fields.get("roomCode")) : "none";
  }
}
