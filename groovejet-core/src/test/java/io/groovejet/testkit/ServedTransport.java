package io.groovejet.testkit;

import io.groovejet.Lobby;
import java.net.URI;

/** A transport as its contract sees it: a server that can be started and stopped. */
public interface ServedTransport {

  /**
   * Starts a server on a free port of the loopback interface. The lobby is mounted at a path other
   * than the root, with nothing else at or below that path; at {@code /beside} of the same server
   * something else answers a GET with 200 and the text {@code beside}.
   *
   * @return the endpoint, such as {@code ws://127.0.0.1:40123/lobby}
   */
  URI serve(Lobby lobby) throws Exception;

  /** Stops the server, whoever is connected. The lobby is not the transport's to close. */
  void stop() throws Exception;
}
