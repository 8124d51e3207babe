package io.groovejet.benchmarks.bare;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/**
 * A server that passes texts between the host of a room and its guests, and does nothing else: no
 * JSON, no limits, no identity. {@code /?room=7&seat=000} is a host, whose texts begin with the
 * three digits of the seat that they are for; all other seats are guests', whose texts go to the
 * host.
 */
public final class BareRelay {

  /** On what. */
  enum Kind {
    NIO {
      @Override
      int start() throws Exception {
        return NioRelay.start();
      }
    },
    NETTY {
      @Override
      int start() throws Exception {
        return NettyRelay.start();
      }
    },
    UNDERTOW {
      @Override
      int start() {
        return UndertowRelay.start();
      }
    },
    JETTY {
      @Override
      int start() throws Exception {
        return JettyRelay.start();
      }
    },
    JETTY_CORE {
      @Override
      int start() throws Exception {
        return JettyCoreRelay.start();
      }
    },
    NETTY_RAW {
      @Override
      int start() throws Exception {
        return NettyRawRelay.start();
      }
    },
    UNDERTOW_RAW {
      @Override
      int start() {
        return UndertowRawRelay.start();
      }
    },
    JETTY_RAW {
      @Override
      int start() throws Exception {
        return JettyRawRelay.start();
      }
    },
    TOMCAT {
      @Override
      int start() throws Exception {
        return TomcatRelay.start();
      }
    },
    TOMCAT_RAW {
      @Override
      int start() throws Exception {
        return TomcatRawRelay.start();
      }
    };

    /** The port it is on. */
    abstract int start() throws Exception;
  }

  private BareRelay() {}

  /** Starts the one that is named, on a free port of the loopback, until the process ends. */
  public static void main(String... arguments) throws Exception {
    String name = arguments[0].toUpperCase(Locale.ROOT).replace('-', '_');
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no bare relay " + arguments[0]));
    System.out.println("READY http://127.0.0.1:" + kind.start() + "/");
    new CountDownLatch(1).await();
  }
}
