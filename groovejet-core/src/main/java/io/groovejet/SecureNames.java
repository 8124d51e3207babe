package io.groovejet;

import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.RoomCode;
import java.security.SecureRandom;
import java.util.UUID;

/** Draws from the platform's secure random generator. */
final class SecureNames implements Names {

  private final SecureRandom random = new SecureRandom();

  @Override
  public ClientId clientId() {
    return new ClientId(UUID.randomUUID());
  }

  @Override
  public RoomCode roomCode(int length) {
    StringBuilder code = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      code.append(RoomCode.ALPHABET.charAt(random.nextInt(RoomCode.ALPHABET.length())));
    }
    return new RoomCode(code.toString());
  }

  @Override
  public long node() {
    return random.nextLong();
  }

  @Override
  public byte[] key(int length) {
    byte[] key = new byte[length];
    random.nextBytes(key);
    return key;
  }
}
