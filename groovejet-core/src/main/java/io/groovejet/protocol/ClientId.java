package io.groovejet.protocol;

import java.util.Optional;
import java.util.UUID;

/**
 * The public id of a client: a random UUID (RFC 9562 version 4) that grants nothing.
 *
 * @param value the UUID
 */
public record ClientId(UUID value) {

  /** The id that no client ever has: the nil UUID (RFC 9562 section 5.9). */
  public static final ClientId NOBODY = new ClientId(new UUID(0, 0));

  private static final int TEXT_LENGTH = 36;

  /** Reads the canonical text of a UUID, in either case; empty for anything else. */
  public static Optional<ClientId> parse(String text) {
    if (text.length() != TEXT_LENGTH) {
      return Optional.empty();
    }
    try {
      UUID value = UUID.fromString(text);
      return value.toString().equalsIgnoreCase(text)
          ? Optional.of(new ClientId(value))
          : Optional.empty();
    } catch (IllegalArgumentException notAUuid) {
      return Optional.empty();
    }
  }

  /** The canonical text, as on the wire. */
  @Override
  public String toString() {
    return value.toString();
  }
}
