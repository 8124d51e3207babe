package io.groovejet.examples;

import io.groovejet.Lobby;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The servers that can carry the lobby. */
enum Transport {
  UNDERTOW {
    @Override
    RunningServer start(Lobby lobby, Site site, InetSocketAddress where) {
      return UndertowServer.start(lobby, site, where);
    }
  },

  NETTY {
    @Override
    RunningServer start(Lobby lobby, Site site, InetSocketAddress where) throws Exception {
      return NettyServer.start(lobby, site, where);
    }
  },

  JETTY {
    @Override
    RunningServer start(Lobby lobby, Site site, InetSocketAddress where) throws Exception {
      return JettyServer.start(lobby, site, where);
    }
  },

  TOMCAT {
    @Override
    RunningServer start(Lobby lobby, Site site, InetSocketAddress where) throws Exception {
      return TomcatServer.start(lobby, site, where);
    }
  };

  /**
   * Starts a server with the lobby and the page both at {@code /}.
   *
   * @throws Exception whatever the container throws
   */
  abstract RunningServer start(Lobby lobby, Site site, InetSocketAddress where) throws Exception;

  /** The one of that name. */
  static Optional<Transport> named(String wording) {
    return Arrays.stream(values()).filter(one -> one.wording().equals(wording)).findFirst();
  }

  /** The name as people write it. */
  String wording() {
    return name().toLowerCase(Locale.ROOT);
  }
}
