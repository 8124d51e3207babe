package io.groovejet.benchmarks.bare;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who sits where. */
final class Seats<C> {

  /** How many digits a host's texts begin with. */
  static final int DIGITS = 3;

  private static final int MOST = 128;
  private static final Pattern QUERY = Pattern.compile("room=(\\w+)&seat=(\\d{3})");

  private final ConcurrentMap<String, AtomicReferenceArray<C>> rooms = new ConcurrentHashMap<>();

  /** One seat of one room. */
  record Seat<C>(AtomicReferenceArray<C> room, int number) {

    boolean isHost() {
      return number == 0;
    }

    /** The host, null if there is none. */
    C host() {
      return room.get(0);
    }

    /** Whoever sits at another seat, null for nobody. */
    C at(int other) {
      return room.get(other);
    }

    void leave(C who) {
      room.compareAndSet(number, who, null);
    }
  }

  /** Seats somebody as a query says. */
  Seat<C> sit(String query, C who) {
    Matcher asked = QUERY.matcher(query);
    if (!asked.find()) {
      throw new IllegalArgumentException("no room and seat in " + query);
    }
    AtomicReferenceArray<C> room =
        rooms.computeIfAbsent(asked.group(1), name -> new AtomicReferenceArray<>(MOST));
    int number = Integer.parseInt(asked.group(2));
    room.set(number, who);
    return new Seat<>(room, number);
  }

  /** The number that a host's text begins with. */
  static int number(int first, int second, int third) {
    return 100 * (first - '0') + 10 * (second - '0') + third - '0';
  }

  static int number(CharSequence text) {
    return number(text.charAt(0), text.charAt(1), text.charAt(2));
  }
}
