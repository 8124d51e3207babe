package io.groovejet.jakarta.tomcat;

import java.util.Objects;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.apache.tomcat.websocket.server.WsHttpUpgradeHandler;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket connection of Tomcat that is not on the list of those that wait for their client.
 *
 * <p>Tomcat puts a connection there after each read, without a look whether another thread has
 * ended it meanwhile, and then never takes it off: each that was cut off in that instant would stay
 * for ever. WebSockets have no use for that list.
 */
public final class UnlistedUpgrade extends WsHttpUpgradeHandler {

  private @Nullable SocketWrapperBase<?> socket; // set before the first event

  /** For Tomcat, which makes one for each connection. */
  public UnlistedUpgrade() {}

  @Override
  public void setSocketWrapper(SocketWrapperBase<?> ofThisConnection) {
    super.setSocketWrapper(ofThisConnection);
    socket = ofThisConnection;
  }

  /** Asks for the next read itself; so Tomcat takes it for one that is not to be read or listed. */
  @Override
  public SocketState upgradeDispatch(SocketEvent event) {
    SocketState state = super.upgradeDispatch(event);
    if (state != SocketState.UPGRADED || event == SocketEvent.OPEN_WRITE) {
      return state;
    }
    Objects.requireNonNull(socket).registerReadInterest();
    return SocketState.SUSPENDED;
  }
}
