package io.groovejet;

import io.groovejet.codec.BackendJson;
import io.groovejet.protocol.HostMigration;
import io.groovejet.protocol.Json;
import io.groovejet.protocol.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A room as the backend wants it. Whoever comes first and can host is its host.
 *
 * @param maxClients its seats, the host's included; null for as many as the lobby grants
 * @param hostMigration what happens when the host is gone
 * @param isPublic whether it is listed
 * @param password what newcomers must prove, null for nothing
 * @param metadata a JSON object for the members and for lists, null for none
 * @param reservedFor the backend's users who may join, as {@link Verdict#admitAs} named them; empty
 *     for everybody
 */
public record RoomPlan(
    @Nullable Integer maxClients,
    HostMigration hostMigration,
    boolean isPublic,
    @Nullable Secret password,
    @Nullable Json metadata,
    List<String> reservedFor) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if the metadata is no JSON object
   */
  public RoomPlan {
    BackendJson.object(metadata);
    reservedFor = List.copyOf(reservedFor);
  }

  /** A private room for everybody who knows the code, with automatic migration. */
  public static RoomPlan ofDefaults() {
    return new RoomPlan(null, HostMigration.AUTOMATIC, false, null, null, List.of());
  }

  /** The same with that many seats. */
  public RoomPlan withMaxClients(int seats) {
    return new RoomPlan(seats, hostMigration, isPublic, password, metadata, reservedFor);
  }

  /** The same with another behaviour when the host is gone. */
  public RoomPlan withHostMigration(HostMigration mode) {
    return new RoomPlan(maxClients, mode, isPublic, password, metadata, reservedFor);
  }

  /** The same, listed. */
  public RoomPlan listedAs(Json newMetadata) {
    return new RoomPlan(maxClients, hostMigration, true, password, newMetadata, reservedFor);
  }

  /** The same for these users only. */
  public RoomPlan reservedFor(String... users) {
    return new RoomPlan(maxClients, hostMigration, isPublic, password, metadata, List.of(users));
  }
}
