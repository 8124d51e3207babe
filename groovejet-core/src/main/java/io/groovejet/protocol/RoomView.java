package io.groovejet.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A room's settings as its members see them.
 *
 * @param roomCode its code
 * @param isPublic whether it is listed
 * @param isLocked whether newcomers are refused
 * @param hasPassword whether newcomers need a password
 * @param maxClients how many seats it has, the host's included
 * @param hostMigration what happens without a host
 * @param metadata the JSON object its host gave, null for none
 */
public record RoomView(
    RoomCode roomCode,
    boolean isPublic,
    boolean isLocked,
    boolean hasPassword,
    int maxClients,
    HostMigration hostMigration,
    @Nullable Json metadata) {}
