package io.groovejet.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fits into a close frame. */
final class CloseReasonTest {

  @ParameterizedTest
  @ValueSource(ints = {1000, 1012, 4001, 4999})
  void aCloseCodeIsOneThatMayBeSent(int code) {
    assertThat(new CloseReason(code, "").code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 999, 5000, 65536})
  void anyOtherNumberIsNoCode(int code) {
    assertThatThrownBy(() -> new CloseReason(code, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a close code: " + code);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 123})
  void aReasonFitsIntoItsFrame(int length) {
    assertThat(new CloseReason(1000, "x".repeat(length)).reason()).hasSize(length);
  }

  @ParameterizedTest
  @ValueSource(ints = {124, 1000})
  void aLongerReasonDoesNot(int length) {
    assertThatThrownBy(() -> new CloseReason(1000, "x".repeat(length)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
