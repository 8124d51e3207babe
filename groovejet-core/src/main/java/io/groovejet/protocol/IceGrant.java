package io.groovejet.protocol;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ICE servers one client may use.
 *
 * @param servers in the order a browser tries them
 * @param expiresIn how long their credentials are good for, null without end
 */
public record IceGrant(List<IceServer> servers, @Nullable Duration expiresIn) {

  /** No server at all. */
  public static final IceGrant NONE = new IceGrant(List.of(), null);

  /** Copies the list. */
  public IceGrant {
    servers = List.copyOf(servers);
  }
}
