package io.groovejet.testkit.simulation;

import io.groovejet.LobbyEvent.ClientDisconnected;
import io.groovejet.LobbyEvent.ClientJoined;
import io.groovejet.LobbyEvent.ClientLeft;
import io.groovejet.LobbyEvent.ClientReconnected;
import io.groovejet.LobbyEvent.HostClaimed;
import io.groovejet.LobbyEvent.HostLost;
import io.groovejet.LobbyEvent.HostMigrated;
import io.groovejet.LobbyEvent.HostRejoined;
import io.groovejet.LobbyEvent.RoomClosed;
import io.groovejet.LobbyEvent.RoomOpened;
import io.groovejet.LobbyEvent.SnapshotSaved;
import io.groovejet.LobbyListener;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.RoomCode;
import io.groovejet.room.Client;
import io.groovejet.room.Room;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rooms as whoever only listens to a lobby believes them to be. */
final class Hearsay implements LobbyListener {

  private final Map<RoomCode, Rumour> rooms = new HashMap<>();
  private @Nullable String flaw; // what cannot be, kept because nobody hears a listener throw

  /** What is believed of one room. */
  private static final class Rumour {
    private final Map<ClientId, Boolean> members = new HashMap<>(); // and whether connected
    private @Nullable ClientId host; // while it is connected
    private long epoch;
    private long version; // of the newest snapshot

    private Rumour() {}

    private Rumour(Room room) {
      room.clients().forEach(client -> members.put(client.id(), client.connected()));
      host = room.hostConnected() ? room.host().holder() : null;
      epoch = room.host().epoch();
      version = room.snapshots().lastVersion();
    }

    private void leads(@Nullable ClientId newHost, long newEpoch) {
      host = newHost;
      epoch = newEpoch;
    }

    private boolean fits(Room room) {
      boolean same = members.size() == room.clients().size();
      for (Client client : room.clients()) {
        same = same && Boolean.valueOf(client.connected()).equals(members.get(client.id()));
      }
      ClientId leader = room.hostConnected() ? room.host().holder() : null;
      return same
          && Objects.equals(host, leader)
          && epoch == room.host().epoch()
          && version == room.snapshots().lastVersion();
    }

    @Override
    public String toString() {
      return members + " under " + host + " in epoch " + epoch + ", snapshot " + version;
    }
  }

  /** Takes the rooms as known; whatever was heard before is forgotten. */
  void beginsWith(List<Room> known) {
    flaw = null;
    rooms.clear();
    known.forEach(room -> rooms.put(room.code(), new Rumour(room)));
  }

  /** Looks whether what was heard is so. */
  void look(List<Room> real) {
    boolean same = flaw == null && rooms.size() == real.size();
    for (Room room : real) {
      Rumour rumour = rooms.get(room.code());
      same = same && rumour != null && rumour.fits(room);
    }
    if (!same) {
      throw Invariant.HEARSAY_ADDS_UP.broken(flaw + ", heard " + rooms + "; it is " + real);
    }
  }

  @Override
  public void roomOpened(RoomOpened event) {
    boolean fresh = rooms.put(event.room(), new Rumour()) == null;
    check(fresh, "opened twice");
    rumour(event.room()).leads(event.host(), event.host() == null ? 0 : 1);
  }

  @Override
  public void roomClosed(RoomClosed event) {
    boolean same = rumour(event.room()).members.keySet().containsAll(event.members());
    check(same, "strangers were in a room that closed");
    rooms.remove(event.room());
  }

  @Override
  public void clientJoined(ClientJoined event) {
    boolean fresh = rumour(event.room()).members.put(event.client(), true) == null;
    check(fresh, "joined twice");
  }

  @Override
  public void clientLeft(ClientLeft event) {
    boolean known = rumour(event.room()).members.remove(event.client()) != null;
    check(known, "a stranger left");
  }

  @Override
  public void clientDisconnected(ClientDisconnected event) {
    rumour(event.room()).members.put(event.client(), false);
  }

  @Override
  public void clientReconnected(ClientReconnected event) {
    rumour(event.room()).members.put(event.client(), true);
  }

  @Override
  public void hostLost(HostLost event) {
    rumour(event.room()).leads(null, event.epoch());
  }

  @Override
  public void hostRejoined(HostRejoined event) {
    rumour(event.room()).leads(event.host(), event.epoch());
  }

  @Override
  public void hostClaimed(HostClaimed event) {
    rumour(event.room()).leads(event.host(), event.epoch());
  }

  @Override
  public void hostMigrated(HostMigrated event) {
    rumour(event.room()).leads(event.host(), event.epoch());
  }

  @Override
  public void snapshotSaved(SnapshotSaved event) {
    rumour(event.room()).version = event.version();
  }

  private void check(boolean holds, String otherwise) {
    flaw = flaw == null && !holds ? otherwise : flaw;
  }

  private Rumour rumour(RoomCode room) {
    return rooms.computeIfAbsent(room, unheardOf -> new Rumour());
  }
}
