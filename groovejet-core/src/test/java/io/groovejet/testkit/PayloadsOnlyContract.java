package io.groovejet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.guard.Limits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What differs where a container shows the payload of a frame, but not the length it announces:
 * such a frame is too big when it has grown too big. Until then it costs what any message may cost,
 * and whoever sends nothing more ends as one that is silent.
 */
public interface PayloadsOnlyContract extends BrokenFramesContract {

  @ParameterizedTest
  @ValueSource(longs = {1L << 31, Long.MAX_VALUE})
  @Override
  default void anImpossibleLengthIsRefusedBeforeItsPayload(long length) throws Exception {
    assertThat(codeAfterTooMuch(length)).isEqualTo(1009);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1})
  @Override
  default void aLengthWithItsHighestBitIsRefusedBeforeItsPayload(long length) throws Exception {
    assertThat(codeAfterTooMuch(length)).isIn(1002, 1009);
  }

  private int codeAfterTooMuch(long announced) throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();

      ada.socket().sendBytes(Frame.headOfText(announced));
      ada.socket().offerBytes(new byte[Limits.ofDefaults().maxMessageBytes() + 8 * 1024]);

      int code = ada.socket().closeCode();
      ada.socket().awaitEnd();
      return code;
    }
  }
}
