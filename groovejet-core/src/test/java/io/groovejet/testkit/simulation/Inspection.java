package io.groovejet.testkit.simulation;

import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.RoomView;
import io.groovejet.room.Absence;
import io.groovejet.room.Client;
import io.groovejet.room.Room;
import io.groovejet.room.Vacancy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks whether everything in a world fits together. */
final class Inspection {

  private final World world;

  Inspection(World world) {
    this.world = world;
  }

  void look() {
    List<Room> rooms = world.rooms();
    for (Room room : rooms) {
      int seats = room.clients().size();
      Invariant.SEATS_BOUNDED.check(seats <= room.settings().maxClients(), "too many");
      for (ClientId banned : room.bans().identities()) {
        Invariant.BANNED_OUT.check(room.seat(banned).isEmpty(), banned.toString());
      }
    }
    if (world.isCalm()) {
      rooms.forEach(this::look);
      for (Player player : world.players()) {
        player.sockets().forEach(this::look);
      }
      if (world.nodes().size() == 1) { // each of several tells what it decided itself
        world.nodes().get(0).hearsay().look(rooms);
      }
    }
  }

  private void look(Room room) {
    if (room.nextDeadline().filter(next -> next.isBefore(world.time().now())).isPresent()) {
      throw Invariant.DEADLINES_KEPT.broken(room.toString());
    }
    for (Client client : room.clients()) {
      ConnectionId connection = client.connection();
      if (connection != null) {
        lookAt(room, client, world.socket(connection));
      } else if (room.hostConnected() && isWaitedForEver(client)) {
        throw Invariant.DEADLINES_KEPT.broken(client + " is waited for without end");
      }
    }
  }

  private static boolean isWaitedForEver(Client client) {
    Absence absence = client.absence();
    return absence != null && absence.until() == null;
  }

  private static void lookAt(Room room, Client client, @Nullable Socket socket) {
    if (socket == null || !socket.open()) {
      throw Invariant.NO_GHOSTS.broken(client.id() + " by " + client.connection());
    }
    boolean member = socket.witness().room().filter(room.code().value()::equals).isPresent();
    if (socket.alive() && !socket.url() && !member) {
      throw Invariant.SAME_ROOM.broken(socket + " does not know that it is in " + room.code());
    }
  }

  private void look(Socket socket) {
    if (!socket.alive() || socket.url()) {
      return;
    }
    Witness witness = socket.witness();
    witness.look();
    String code = witness.room().orElse(null);
    Room room = code == null ? null : world.room(code);
    if (code != null && (room == null || !speaksIn(room, socket))) {
      throw Invariant.SAME_ROOM.broken(socket + " believes to be in " + code + ": " + room);
    }
    if (room != null && !witness.hasSeen(room)) {
      compare(socket, witness, room);
    }
  }

  private static boolean speaksIn(Room room, Socket socket) {
    return room.speaker(socket.id()).isPresent();
  }

  private static void compare(Socket socket, Witness witness, Room room) {
    ClientId holder = room.host().holder();
    String host = holder == null ? null : holder.toString();
    boolean same =
        sameMembers(room, witness.members())
            && witness.settings().equals(settings(room.view()))
            && witness.epoch() == room.host().epoch()
            && String.valueOf(host).equals(String.valueOf(witness.hostId()));
    if (!same) {
      throw Invariant.BELIEFS_ADD_UP.broken(socket + " believes " + witness + "; it is " + room);
    }
    if (witness.isCandidate() && !isAsked(room, witness.clientId())) {
      throw Invariant.CANDIDATE_KNOWN.broken(socket + " in " + room);
    }
  }

  private static String settings(RoomView room) {
    return room.isPublic()
        + " "
        + room.isLocked()
        + " "
        + room.hasPassword()
        + " "
        + room.maxClients();
  }

  private static boolean sameMembers(Room room, Map<String, Boolean> members) {
    boolean same = room.clients().size() == members.size();
    for (Client client : room.clients()) {
      Boolean connected = members.get(client.id().toString());
      same = same && connected != null && connected == client.connected();
    }
    return same;
  }

  private static boolean isAsked(Room room, String client) {
    Vacancy vacancy = room.vacancy();
    Vacancy.Appointment appointment = vacancy == null ? null : vacancy.appointment();
    return appointment != null
        && appointment.candidate() != null
        && appointment.candidate().toString().equals(client);
  }
}
