package io.groovejet.protocol;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Any text is a code or none, and a code is read as itself. */
final class RoomCodeFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void anyTextIsACodeOrNone(byte[] bytes) {
    Optional<RoomCode> code = RoomCode.parse(new String(bytes, StandardCharsets.UTF_8));

    if (code.isPresent() && !RoomCode.parse(code.get().value()).equals(code)) {
      throw new AssertionError("another code when it is read again: " + code);
    }
  }
}
