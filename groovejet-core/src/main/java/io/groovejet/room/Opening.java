package io.groovejet.room;

import io.groovejet.protocol.Json;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.ServerMessage.RoomCreated;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How rooms begin. */
public final class Opening {

  private Opening() {}

  /**
   * A room opened by a client, which is its host in epoch 1.
   *
   * @param hostPriority the creator's, for when it is a guest one day
   * @param profile the creator's JSON object, null for none
   */
  public static Transition byHost(
      RoomCode code,
      RoomSettings settings,
      Caller caller,
      int hostPriority,
      @Nullable Json profile) {
    HostLease lease = HostLease.FRESH.passedTo(caller.client());
    Client creator = Client.of(caller, true, hostPriority, profile);
    Room room =
        new Room(
            code,
            settings,
            lease,
            List.of(creator),
            null,
            null,
            SnapshotShelf.EMPTY,
            null,
            Bans.NONE);
    return new Transition(
        room,
        List.of(
            new Effect.Enter(caller.connection(), code),
            new Effect.Tell(
                caller.connection(),
                new RoomCreated(room.view(), lease.epoch(), null),
                caller.requestId())));
  }

  /** A room made by {@code POST /rooms}, which waits for somebody to claim it. */
  public static Room claimable(RoomCode code, RoomSettings settings, Instant now) {
    Instant until = now.plus(settings.timers().unclaimedRetention());
    return new Room(
        code,
        settings,
        HostLease.FRESH,
        List.of(),
        null,
        until,
        SnapshotShelf.EMPTY,
        null,
        Bans.NONE);
  }
}
