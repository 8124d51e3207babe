package io.groovejet.jakarta;

import jakarta.servlet.ServletContext;
import java.net.URI;
import java.util.function.Consumer;
import org.apache.catalina.Container;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.ProtocolHandler;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.websocket.server.WsSci;

/** A Tomcat on a free port, with what a test puts into its only context. */
final class ServedTomcat implements AutoCloseable {

  private final Tomcat tomcat;

  private ServedTomcat(Tomcat tomcat) {
    this.tomcat = tomcat;
  }

  /** Starts one; {@code mount} is called while the context starts. */
  static ServedTomcat with(Consumer<ServletContext> mount) throws LifecycleException {
    return with(new Http11NioProtocol(), mount);
  }

  /** Starts one that speaks that protocol. */
  static ServedTomcat with(ProtocolHandler protocol, Consumer<ServletContext> mount)
      throws LifecycleException {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir("target/tomcat");
    tomcat.setHostname("127.0.0.1");
    Connector connector = new Connector(protocol);
    connector.setProperty("address", "127.0.0.1");
    connector.setPort(0);
    tomcat.setConnector(connector);
    Context context = tomcat.addContext("", null);
    context.addServletContainerInitializer(new WsSci(), null);
    context.addServletContainerInitializer((classes, started) -> fill(started, mount), null);
    tomcat.start();
    return new ServedTomcat(tomcat);
  }

  private static void fill(ServletContext context, Consumer<ServletContext> mount) {
    context.addServlet("default", new DefaultServlet()).addMapping("/");
    context.addServlet("beside", new Beside()).addMapping("/beside");
    mount.accept(context);
  }

  URI at(String path) {
    return URI.create("ws://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path);
  }

  /** Ends the context, and leaves the server running. */
  void endContext() throws LifecycleException {
    for (Container context : tomcat.getHost().findChildren()) {
      context.stop();
    }
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }
}
