package io.groovejet.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A member of a room as the other members see it.
 *
 * @param clientId who it is
 * @param isHost whether it holds the role of host
 * @param connected whether it is connected now; otherwise its seat is held
 * @param canHost whether it can take the role of host
 * @param profile the JSON object it gave, null for none
 */
public record ClientView(
    ClientId clientId,
    boolean isHost,
    boolean connected,
    boolean canHost,
    @Nullable Json profile) {}
