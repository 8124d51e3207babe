package io.groovejet.guard;

import io.groovejet.protocol.Address;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The proxies in front of the server whose word about the client's address counts. Their {@code
 * X-Forwarded-For} is read from the right: the first address that is no trusted proxy is the
 * client; what stands left of it is the client's own claim and is not looked at.
 */
public final class TrustedProxies {

  private static final int MOST_HOPS = 32;

  private final List<Network> networks;

  private TrustedProxies(List<Network> networks) {
    this.networks = networks;
  }

  /** No proxy is trusted: the client is whoever opened the TCP connection. */
  public static TrustedProxies none() {
    return new TrustedProxies(List.of());
  }

  /**
   * Proxies in these networks are trusted.
   *
   * @param networks addresses such as {@code 10.1.2.3} or networks such as {@code 10.0.0.0/8} and
   *     {@code fd00::/8}
   * @throws IllegalArgumentException if one is neither
   */
  public static TrustedProxies of(String... networks) {
    List<Network> parsed = new ArrayList<>();
    for (String network : networks) {
      parsed.add(Network.parse(network));
    }
    return new TrustedProxies(List.copyOf(parsed));
  }

  /**
   * Who the client is.
   *
   * @param peer who opened the TCP connection
   * @param forwardedFor all {@code X-Forwarded-For} fields, in order
   */
  public Address client(String peer, List<String> forwardedFor) {
    byte[] nearest = IpAddress.bytes(peer);
    if (nearest == null) {
      return Address.UNKNOWN;
    }
    if (networks.isEmpty() || !trusts(nearest)) {
      return IpAddress.of(nearest);
    }
    for (String hop : hops(forwardedFor)) {
      byte[] next = IpAddress.bytes(hop);
      if (next == null) {
        break; // what a proxy could not name is counted for the proxy
      }
      nearest = next;
      if (!trusts(next)) {
        break;
      }
    }
    return IpAddress.of(nearest);
  }

  private static List<String> hops(List<String> forwardedFor) {
    List<String> hops = new ArrayList<>(List.of(String.join(",", forwardedFor).split(",", -1)));
    Collections.reverse(hops);
    return hops.subList(0, Math.min(hops.size(), MOST_HOPS));
  }

  private boolean trusts(byte[] address) {
    return networks.stream().anyMatch(network -> network.holds(address));
  }

  /** All addresses that begin with the same bits. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Network(byte[] address, int bits) {

    static Network parse(String text) {
      int slash = text.indexOf('/');
      byte[] address = IpAddress.bytes(slash < 0 ? text : text.substring(0, slash));
      if (address == null) {
        throw new IllegalArgumentException("neither an address nor a network: " + text);
      }
      int most = address.length * Byte.SIZE;
      int bits = slash < 0 ? most : bits(text.substring(slash + 1));
      if (bits < 0 || bits > most) {
        throw new IllegalArgumentException("not a network's length: " + text);
      }
      return new Network(address, bits);
    }

    private static int bits(String text) {
      return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
    }

    boolean holds(byte[] other) {
      if (other.length != address.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % Byte.SIZE;
        int at = bit / Byte.SIZE;
        if ((other[at] & mask) != (address[at] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
