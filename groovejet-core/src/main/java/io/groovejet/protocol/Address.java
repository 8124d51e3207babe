package io.groovejet.protocol;

/**
 * Where clients come from, as far as limits care: an IPv4 address, or the /64 network of an IPv6
 * address, which one household or one attacker has to itself (RFC 6177 section 2). Never on the
 * wire.
 *
 * @param text the address in one fixed spelling
 */
public record Address(String text) {

  /** Stands for all clients whose address is not known. */
  public static final Address UNKNOWN = new Address("unknown");
}
