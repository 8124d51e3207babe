package io.groovejet.room;

import io.groovejet.protocol.Address;
import io.groovejet.protocol.ClientId;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is shut out of a room for its life. A host that bans without end forgets the oldest first.
 *
 * @param identities which clients, oldest first
 * @param addresses where newcomers may not come from, oldest first
 */
public record Bans(List<ClientId> identities, List<Address> addresses) {

  /** How many of each kind are kept. */
  static final int MOST = 256;

  /** Nobody. */
  public static final Bans NONE = new Bans(List.of(), List.of());

  /** Copies the lists. */
  public Bans {
    identities = List.copyOf(identities);
    addresses = List.copyOf(addresses);
  }

  Bans with(ClientId identity) {
    return new Bans(added(identities, identity), addresses);
  }

  Bans with(Address address) {
    return new Bans(identities, added(addresses, address));
  }

  /** Whether the caller, who has no seat, is shut out. */
  boolean shutOut(Caller caller) {
    return identities.contains(caller.client()) || addresses.contains(caller.address());
  }

  private static <T> List<T> added(List<T> before, T one) {
    if (before.contains(one)) {
      return before;
    }
    List<T> all = new ArrayList<>(before);
    all.add(one);
    return all.subList(Math.max(0, all.size() - MOST), all.size());
  }
}
