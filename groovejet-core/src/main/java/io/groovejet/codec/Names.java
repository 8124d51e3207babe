package io.groovejet.codec;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Where the names of the objects that are being read stand in a text, and whether two are equal.
 */
final class Names {

  private static final int FEW = 8; // so many are compared with each other
  private static final int SOME = 16; // room for so many at first

  /** Nobody knows which names share a place in the table: they cannot be chosen to be slow. */
  private static final int FACTOR = new SecureRandom().nextInt() | 1;

  private final byte[] text;
  private final Spelling one;
  private final Spelling other;
  private int[] places = new int[SOME]; // of the quotes before them, innermost object last
  private int count; // how many there are

  Names(byte[] text) {
    this.text = text;
    this.one = new Spelling(text);
    this.other = new Spelling(text);
  }

  int count() {
    return count;
  }

  /**
   * Adds the name of a checked string.
   *
   * @return whether it is one: half a surrogate pair names nothing
   */
  boolean add(int place) {
    if (count == places.length) {
      places = Arrays.copyOf(places, 2 * count);
    }
    places[count++] = place;
    one.begin(place);
    int next = one.next();
    while (next >= 0 && !isHalf(next)) {
      next = one.next();
    }
    return next < 0;
  }

  boolean isData(int place) {
    return Members.isNamed(text, place, "data", one);
  }

  /** The members of the innermost object, which ends there. */
  Members since(int first, int end) {
    return new Members(text, Arrays.copyOfRange(places, first, count), end);
  }

  /** Forgets the names of the innermost object; whether all were different. */
  boolean areUniqueSince(int first) {
    boolean unique = count - first <= FEW ? differ(first) : differInTable(first);
    count = first;
    return unique;
  }

  private boolean differ(int first) {
    for (int i = first; i < count; i++) {
      for (int j = first; j < i; j++) {
        if (areEqual(places[i], places[j])) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean differInTable(int first) {
    int[] table = new int[4 * Integer.highestOneBit(count - first)]; // 0 is free, no name is there
    for (int i = first; i < count; i++) {
      int slot = hash(places[i]) & (table.length - 1);
      while (table[slot] != 0) {
        if (areEqual(places[i], table[slot])) {
          return false;
        }
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = places[i];
    }
    return true;
  }

  private int hash(int place) {
    int hash = 0;
    one.begin(place);
    for (int next = one.next(); next >= 0; next = one.next()) {
      hash = (hash ^ next) * FACTOR;
      hash ^= hash >>> 15;
    }
    return hash;
  }

  private boolean areEqual(int place, int otherPlace) {
    one.begin(place);
    other.begin(otherPlace);
    int next = one.next();
    while (next >= 0 && next == other.next()) {
      next = one.next();
    }
    return next < 0 && other.next() < 0;
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
