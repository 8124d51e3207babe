package io.groovejet.spring;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** What properties say, or what applies if they do not; a wrong one is named. */
final class Given {

  private Given() {}

  static Duration span(String property, @Nullable Duration given, Duration otherwise) {
    if (given == null) {
      return otherwise;
    }
    if (given.isNegative()) {
      throw new BadPropertyException(property, given, "it is negative");
    }
    return given;
  }

  static Duration some(String property, Duration given) {
    if (given.isZero() || given.isNegative()) {
      throw new BadPropertyException(property, given, "it is not above zero");
    }
    return given;
  }

  static int count(String property, @Nullable Integer given, int otherwise) {
    return (int) count(property, given == null ? null : Long.valueOf(given), (long) otherwise);
  }

  static long count(String property, @Nullable Long given, long otherwise) {
    if (given == null) {
      return otherwise;
    }
    if (given < 1) {
      throw new BadPropertyException(property, given, "it is below 1");
    }
    return given;
  }

  static int size(String property, @Nullable DataSize given, int otherwise) {
    if (given == null) {
      return otherwise;
    }
    if (given.toBytes() < 1 || given.toBytes() > Integer.MAX_VALUE) {
      throw new BadPropertyException(property, given, "it is not between 1 byte and 2 GB");
    }
    return (int) given.toBytes();
  }

  /** What {@code meaning} makes of a property, which it may refuse. */
  static <T> T understood(String property, Object given, Supplier<T> meaning) {
    try {
      return meaning.get();
    } catch (IllegalArgumentException wrong) {
      throw new BadPropertyException(property, given, String.valueOf(wrong.getMessage()));
    }
  }
}
