package io.groovejet.codec;

import static io.groovejet.codec.Texts.offering;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.Dialect;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading 64 KiB, whatever they say, takes eight times as much memory at most. */
final class AllocationTest {

  private static final int SIZE = 64 * 1024;
  private static final int MOST = 8;

  @ParameterizedTest
  @MethodSource
  void readingCostsEightTimesTheTextAtMost(String nasty) {
    byte[] text = nasty.getBytes(UTF_8);
    long unwarmed = allocatedBy(text); // classes are loaded now
    assertThat(unwarmed).isPositive();

    assertThat(allocatedBy(text)).isLessThan((long) MOST * SIZE);
  }

  static Stream<Named<String>> readingCostsEightTimesTheTextAtMost() {
    return Stream.of(
        Named.of("a long type", filled("{\"type\":\"", "x", "\"}")),
        Named.of("an escaped type", filled("{\"type\":\"", "\\u0041", "\"}")),
        Named.of("a long requestId", filled("{\"type\":\"x\",\"requestId\":\"", "x", "\"}")),
        Named.of("a long token", token("A")),
        Named.of("an escaped token", token("\\u0041")),
        Named.of("a token of emoji", token("\uD83D\uDE00")),
        Named.of(
            "a long code", filled("{\"type\":\"joinRoom\",\"data\":{\"roomCode\":\"", "b", "\"}}")),
        Named.of(
            "a signal",
            filled("{\"type\":\"guestOfferSignal\",\"data\":{\"offerSignal\":\"", "x", "\"}}")),
        Named.of(
            "a long number",
            filled("{\"type\":\"guestOfferSignal\",\"data\":{\"hostEpoch\":", "9", "}}")),
        Named.of("a long fraction", filled("{\"type\":\"x\",\"y\":0.", "9", "}")),
        Named.of("a long name", filled("{\"type\":\"x\",\"", "x", "\":1}")),
        Named.of("an escaped name", filled("{\"type\":\"x\",\"", "\\u0041", "\":1}")),
        Named.of("brackets", filled("{\"type\":\"x\",\"y\":[", "[],", "[]]}")),
        Named.of("braces", filled("{\"type\":\"x\",\"y\":[", "{},", "{}]}")),
        Named.of("equal names", filled("{\"type\":\"x\",\"y\":[", "{\"a\":1},", "{}]}")),
        Named.of("names", names("{\"type\":\"x\"", i -> "," + name(i) + ":1")),
        Named.of(
            "names of nothing",
            names("{\"type\":\"x\",\"data\":{\"x\":1", i -> "," + name(i) + ":1") + "}"),
        Named.of("names in a signal", offering(names("{\"x\":1", i -> "," + name(i) + ":1"))),
        Named.of("longer names", offering(names("{\"x\":1", i -> ",\"abcdefghijkl" + i + "\":1"))),
        Named.of(
            "long names", offering(names("{\"x\":1", i -> ",\"" + "x".repeat(70) + i + "\":1"))),
        Named.of(
            "names with a same hash",
            offering(names("{\"x\":1", i -> ",\"" + sameHash(i) + "\":1"))),
        Named.of(
            "a name here and there",
            offering(names("{\"x\":[0", i -> ",{" + name(i) + ":1}").replaceFirst("}$", "]}"))),
        Named.of("no JSON", "x".repeat(SIZE)));
  }

  private static long allocatedBy(byte[] text) {
    return Allocation.of(() -> assertThat(Decoder.decode(text, Dialect.MESSAGE)).isNotNull());
  }

  private static String token(String part) {
    return filled("{\"type\":\"resumeIdentity\",\"data\":{\"clientToken\":\"", part, "\"}}");
  }

  private static String filled(String before, String part, String behind) {
    int times = (SIZE - before.length() - behind.length()) / part.getBytes(UTF_8).length;
    return before + part.repeat(times) + behind;
  }

  private static String names(String before, IntFunction<String> member) {
    StringBuilder text = new StringBuilder(before);
    for (int i = 0; text.length() < SIZE - 200; i++) {
      text.append(member.apply(i));
    }
    return text.append('}').toString();
  }

  /** As short as a name can be. */
  private static String name(int number) {
    return '"' + Integer.toString(number, 36) + '"';
  }

  private static String sameHash(int number) {
    return IntStream.range(0, 14)
        .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
        .collect(Collectors.joining());
  }
}
