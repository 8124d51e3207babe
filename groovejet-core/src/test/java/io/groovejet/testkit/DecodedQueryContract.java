package io.groovejet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.HttpReply;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What differs where a container decodes the query before any handler is asked: one that cannot be
 * decoded is refused by the container itself, so it never was a connection. Both ways nobody gets
 * in; only what is well encoded and no UTF-8 still finds no room.
 */
public interface DecodedQueryContract extends OpeningContract {

  @ParameterizedTest
  @ValueSource(strings = {"code=%", "code=%FF%", "code=%zz"})
  @Override
  default void aQueryThatCannotBeDecodedFindsNoRoom(String query) throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      HttpReply reply = served.upgrade().query(query).send();

      assertThat(reply.status()).isEqualTo(400);
      assertThat(served.lobby().report().connections()).isZero();
    }
  }
}
