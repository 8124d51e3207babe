package io.groovejet.identity;

import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Turns a room's password into what is kept of it. */
public final class Passwords {

  private Passwords() {}

  /** SHA-256 over code and password: equal for equal passwords of one room, and only there. */
  public static Secret digest(RoomCode room, Secret password) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(room.value().getBytes(StandardCharsets.UTF_8));
      sha.update((byte) 0);
      sha.update(password.reveal().getBytes(StandardCharsets.UTF_8));
      return new Secret(HexFormat.of().formatHex(sha.digest()));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
