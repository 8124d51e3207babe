package io.groovejet.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** JSON values as slices of the messages they came in. */
final class JsonTest {

  private static final byte[] MESSAGE = "{\"a\":\"\u4e16\"}".getBytes(StandardCharsets.UTF_8);

  @Test
  void aSliceIsTheValueBetweenTwoOffsets() {
    Json value = Json.slice(MESSAGE, 5, 10);

    assertThat(value.text()).isEqualTo("\"\u4e16\"");
    assertThat(value.size()).isEqualTo(5);
  }

  @Test
  void valuesAreEqualWhereverTheyStand() {
    Json value = Json.slice(MESSAGE, 5, 10);

    assertThat(value).isEqualTo(Json.of("\"\u4e16\"")).hasSameHashCodeAs(Json.of("\"\u4e16\""));
    assertThat(value).isNotEqualTo(Json.of("\"\\u4e16\"")).isNotEqualTo(Json.of("\"\u4e17\""));
  }

  @Test
  void aDetachedValueNoLongerKnowsItsMessage() {
    byte[] message = MESSAGE.clone();
    Json detached = Json.slice(message, 5, 10).detached();

    message[6] = '!';

    assertThat(detached).isEqualTo(Json.of("\"\u4e16\""));
  }

  @Test
  void aValueIsCopiedToWhereItIsWanted() {
    byte[] target = "......".getBytes(StandardCharsets.UTF_8);

    Json.slice("{\"a\":12}".getBytes(StandardCharsets.UTF_8), 5, 7).copyTo(target, 3);

    assertThat(new String(target, StandardCharsets.UTF_8)).isEqualTo("...12.");
  }

  @Test
  void anEmptySliceIsNoValue() {
    assertThatThrownBy(() -> Json.slice(MESSAGE, 3, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Json.slice(MESSAGE, -1, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Json.slice(MESSAGE, 3, MESSAGE.length + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
