package io.groovejet;

import io.groovejet.protocol.Address;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.ConnectionId;
import org.jspecify.annotations.Nullable;

/**
 * Who asks to be admitted somewhere.
 *
 * @param connection by which connection
 * @param client who it is in the lobby; proven by a token if it was here before
 * @param address where it comes from
 * @param user who it is in the backend, null if {@link Admission#connects} did not say
 */
public record Applicant(
    ConnectionId connection, ClientId client, Address address, @Nullable String user) {}
