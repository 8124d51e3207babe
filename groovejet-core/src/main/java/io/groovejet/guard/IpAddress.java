package io.groovejet.guard;

import io.groovejet.protocol.Address;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * IP addresses as text: IPv4 in four decimal numbers, or IPv6 (RFC 4291 section 2.2) with or
 * without brackets or zone; with a port, if brackets tell it apart or it is IPv4. Names are not
 * looked up.
 */
final class IpAddress {

  private static final int V4 = 4;
  private static final int V6 = 16;
  private static final int NETWORK = 8;
  private static final int LONGEST = 64;

  private IpAddress() {}

  /** The address that limits count: an IPv6 address stands for its /64 network. */
  static Address of(byte[] bytes) {
    if (bytes.length == V4) {
      String dotted =
          (bytes[0] & 0xff)
              + "."
              + (bytes[1] & 0xff)
              + "."
              + (bytes[2] & 0xff)
              + "."
              + (bytes[3] & 0xff);
      return new Address(dotted);
    }
    return new Address(HexFormat.of().formatHex(bytes, 0, NETWORK) + "/64");
  }

  /** The 4 or 16 bytes of the address in {@code text}, an embedded IPv4 address as 4; or null. */
  static byte @Nullable [] bytes(String text) {
    String bare = withoutPort(text.trim());
    if (bare.isEmpty() || bare.length() > LONGEST) {
      return null;
    }
    if (bare.indexOf(':') < 0) {
      return v4(bare);
    }
    int zone = bare.indexOf('%');
    byte[] v6 = v6(zone < 0 ? bare : bare.substring(0, zone));
    return v6 != null && isMapped(v6) ? Arrays.copyOfRange(v6, V6 - V4, V6) : v6;
  }

  private static String withoutPort(String text) {
    if (text.startsWith("[")) {
      int end = text.indexOf(']');
      return end < 0 ? "" : text.substring(1, end);
    }
    int colon = text.indexOf(':');
    return colon >= 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
  }

  private static byte @Nullable [] v4(String text) {
    String[] parts = text.split("\\.", -1);
    byte[] bytes = new byte[V4];
    if (parts.length != V4) {
      return null;
    }
    for (int i = 0; i < V4; i++) {
      int value = number(parts[i], 10, 3);
      if (value < 0 || value > 255) {
        return null;
      }
      bytes[i] = (byte) value;
    }
    return bytes;
  }

  private static byte @Nullable [] v6(String text) {
    int gap = text.indexOf("::");
    byte[] head = groups(gap < 0 ? text : text.substring(0, gap));
    byte[] tail = groups(gap < 0 ? "" : text.substring(gap + 2));
    if (head == null || tail == null) {
      return null;
    }
    int length = head.length + tail.length;
    if (gap < 0 ? length != V6 : length > V6 - 2) {
      return null;
    }
    byte[] bytes = Arrays.copyOf(head, V6);
    System.arraycopy(tail, 0, bytes, V6 - tail.length, tail.length);
    return bytes;
  }

  /** Groups of hexadecimal digits, the last of which may be an IPv4 address. */
  private static byte @Nullable [] groups(String text) {
    String[] parts = text.isEmpty() ? new String[0] : text.split(":", -1);
    byte[] bytes = new byte[0];
    for (int i = 0; i < parts.length; i++) {
      byte[] group =
          i == parts.length - 1 && parts[i].indexOf('.') > 0 ? v4(parts[i]) : group(parts[i]);
      if (group == null || bytes.length > V6) {
        return null;
      }
      bytes = Arrays.copyOf(bytes, bytes.length + group.length);
      System.arraycopy(group, 0, bytes, bytes.length - group.length, group.length);
    }
    return bytes;
  }

  private static byte @Nullable [] group(String text) {
    int value = number(text, 16, 4);
    return value < 0 ? null : new byte[] {(byte) (value >> 8), (byte) value};
  }

  private static int number(String text, int radix, int longest) {
    if (text.isEmpty() || text.length() > longest) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value * radix + digit;
    }
    return value;
  }

  private static boolean isMapped(byte[] v6) {
    for (int i = 0; i < V6 - V4 - 2; i++) {
      if (v6[i] != 0) {
        return false;
      }
    }
    return v6[10] == -1 && v6[11] == -1;
  }
}
