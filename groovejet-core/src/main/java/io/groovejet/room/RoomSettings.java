package io.groovejet.room;

import io.groovejet.protocol.Address;
import io.groovejet.protocol.HostMigration;
import io.groovejet.protocol.Json;
import io.groovejet.protocol.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What a room was opened with.
 *
 * @param claimable whether it was made by {@code POST /rooms}: its code is the only secret, and
 *     whoever comes first is host while none is connected
 * @param maxClients how many seats there are, the host's included
 * @param hostMigration what happens without a host
 * @param isPublic whether it is listed
 * @param isLocked whether newcomers are refused
 * @param password what newcomers must prove, null for nothing; a digest, never the clear text
 * @param metadata the JSON object its host gave, null for none
 * @param maker the address it counts for, null for none
 * @param timers how long it waits for what
 */
public record RoomSettings(
    boolean claimable,
    int maxClients,
    HostMigration hostMigration,
    boolean isPublic,
    boolean isLocked,
    @Nullable Secret password,
    @Nullable Json metadata,
    @Nullable Address maker,
    RoomTimers timers) {

  /** Checks the number of seats. */
  public RoomSettings {
    if (maxClients < 1) {
      throw new IllegalArgumentException("maxClients is below 1: " + maxClients);
    }
  }

  /** The settings of a room made by {@code POST /rooms} (protocol section 2.1). */
  public static RoomSettings claimable(int maxClients, @Nullable Address maker, RoomTimers timers) {
    return new RoomSettings(
        true, maxClients, HostMigration.OFF, false, false, null, null, maker, timers);
  }
}
