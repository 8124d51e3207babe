package io.groovejet.benchmarks.load;

import java.util.Locale;

/** How the server under load is spoken to. */
enum Dialect {
  /** {@code createRoom} and {@code joinRoom}. */
  MESSAGES,
  /** {@code POST /rooms}, and the code in the URL: what clients of the original server speak. */
  ORIGINAL,
  /** Room and seat in the URL; a host's texts begin with three digits, the seat they are for. */
  BARE;

  static Dialect named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
