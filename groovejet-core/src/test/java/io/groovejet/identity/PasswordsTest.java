package io.groovejet.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.Secret;
import org.junit.jupiter.api.Test;

/** What is kept of passwords. */
final class PasswordsTest {

  private static final RoomCode ROOM = new RoomCode("bcdfg");

  @Test
  void equalPasswordsOfOneRoomAreEqual() {
    Secret kept = Passwords.digest(ROOM, new Secret("p\u00e4ssword"));

    assertThat(kept).isEqualTo(Passwords.digest(ROOM, new Secret("p\u00e4ssword")));
  }

  @Test
  void differentPasswordsDiffer() {
    Secret kept = Passwords.digest(ROOM, new Secret("password"));

    assertThat(kept)
        .isNotEqualTo(Passwords.digest(ROOM, new Secret("Password")))
        .isNotEqualTo(Passwords.digest(ROOM, new Secret("password ")))
        .isNotEqualTo(Passwords.digest(ROOM, new Secret("password\u0000")))
        .isNotEqualTo(Passwords.digest(ROOM, new Secret("")));
  }

  @Test
  void equalPasswordsOfDifferentRoomsDiffer() {
    Secret kept = Passwords.digest(ROOM, new Secret("password"));

    assertThat(kept).isNotEqualTo(Passwords.digest(new RoomCode("bcdfh"), new Secret("password")));
  }

  @Test
  void codeAndPasswordAreKeptApart() {
    Secret kept = Passwords.digest(ROOM, new Secret("password"));

    assertThat(kept).isNotEqualTo(Passwords.digest(new RoomCode("bcdfgp"), new Secret("assword")));
  }

  @Test
  void theDigestIsTheSameOnEveryNode() {
    Secret kept = Passwords.digest(ROOM, new Secret("password"));

    assertThat(kept.reveal())
        .isEqualTo("acd7e720f7c21c5fde7e22c63c532052fc0df72cb17374f4c2971b9bab245936");
  }
}
