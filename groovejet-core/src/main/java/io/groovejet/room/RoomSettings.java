package io.groovejet.room;

import io.groovejet.protocol.Address;
import io.groovejet.protocol.ClientMessage.UpdateRoom;
import io.groovejet.protocol.HostMigration;
import io.groovejet.protocol.Json;
import io.groovejet.protocol.Secret;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What applies in a room: what it was opened with, and what its host made of that.
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
 * @param openedAt when it was opened
 * @param timers how long it waits for what
 * @param reservedFor the backend's users who may join, empty for everybody
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
    Instant openedAt,
    RoomTimers timers,
    List<String> reservedFor) {

  /** Checks the number of seats, and copies the list. */
  public RoomSettings {
    reservedFor = List.copyOf(reservedFor);
    if (maxClients < 1) {
      throw new IllegalArgumentException("maxClients is below 1: " + maxClients);
    }
  }

  /** Settings of a room for everybody. */
  public RoomSettings(
      boolean claimable,
      int maxClients,
      HostMigration hostMigration,
      boolean isPublic,
      boolean isLocked,
      @Nullable Secret password,
      @Nullable Json metadata,
      @Nullable Address maker,
      Instant openedAt,
      RoomTimers timers) {
    this(
        claimable,
        maxClients,
        hostMigration,
        isPublic,
        isLocked,
        password,
        metadata,
        maker,
        openedAt,
        timers,
        List.of());
  }

  /** The settings of a room made by {@code POST /rooms} (protocol section 2.1). */
  public static RoomSettings claimable(
      int maxClients, @Nullable Address maker, Instant openedAt, RoomTimers timers) {
    return new RoomSettings(
        true, maxClients, HostMigration.OFF, false, false, null, null, maker, openedAt, timers);
  }

  /**
   * The same with what the host said instead of what was.
   *
   * @param newPassword the digest of the new password, null for none said
   */
  RoomSettings changedBy(UpdateRoom said, @Nullable Secret newPassword) {
    return new RoomSettings(
        claimable,
        orElse(said.maxClients(), maxClients),
        hostMigration,
        orElse(said.isPublic(), isPublic),
        orElse(said.isLocked(), isLocked),
        said.opensToAll() ? null : newPassword == null ? password : newPassword,
        said.metadata() == null ? metadata : said.metadata(),
        maker,
        openedAt,
        timers,
        reservedFor);
  }

  /** The same, now that somebody hosts it: only a room without migration can be claimed again. */
  RoomSettings claimed() {
    return new RoomSettings(
        claimable && hostMigration == HostMigration.OFF,
        maxClients,
        hostMigration,
        isPublic,
        isLocked,
        password,
        metadata,
        maker,
        openedAt,
        timers,
        reservedFor);
  }

  /** Whether the backend keeps the room for others than this user, null for an unknown one. */
  boolean isKeptFrom(@Nullable String user) {
    return !reservedFor.isEmpty() && (user == null || !reservedFor.contains(user));
  }

  private static <T> T orElse(@Nullable T said, T before) {
    return said == null ? before : said;
  }
}
