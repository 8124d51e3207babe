package io.groovejet.codec;

import static io.groovejet.codec.Texts.json;
import static io.groovejet.codec.Texts.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.ClientMessage.LeaveRoom;
import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of fields are strangers' texts like any other. */
final class NamesTest {

  private static final long MEGABYTE = 1024 * 1024;

  @ParameterizedTest
  @ValueSource(ints = {63, 64, 65, 1000, 60_000})
  void aNameMayBeAsLongAsItsMessage(int length) {
    String name = "n".repeat(length);

    assertThat(message(json("{'type':'leaveRoom','" + name + "':1,'data':{'" + name + "':2}}")))
        .isEqualTo(new LeaveRoom());
  }

  @Test
  void longNamesLeaveNothingBehind() {
    String pad = "n".repeat(60_000);
    long before = usedMemory();

    IntStream.range(0, 500).forEach(i -> message(json("{'type':'leaveRoom','" + i + pad + "':1}")));

    assertThat(usedMemory() - before).isLessThan(10 * MEGABYTE);
  }

  private static long usedMemory() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
