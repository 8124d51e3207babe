package io.groovejet.benchmarks.bare;

import io.groovejet.benchmarks.bare.Seats.Seat;
import jakarta.servlet.ServletContext;
import jakarta.websocket.CloseReason;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;

/** On the texts of the Jakarta API, in Tomcat. */
public final class TomcatRelay extends Endpoint {

  private static final Seats<Session> SEATS = new Seats<>(); // the container makes the endpoints

  private Seat<Session> seat; // known once open

  /** For the container. */
  public TomcatRelay() {}

  static int start() throws Exception {
    return start(
        servlets -> {
          Object container = servlets.getAttribute(ServerContainer.class.getName());
          try {
            ((ServerContainer) container)
                .addEndpoint(ServerEndpointConfig.Builder.create(TomcatRelay.class, "/").build());
          } catch (DeploymentException impossible) {
            throw new IllegalStateException(impossible);
          }
        });
  }

  /** Starts a Tomcat with what is mounted in its only context. */
  static int start(Consumer<ServletContext> mount) throws Exception {
    Path workspace = Files.createTempDirectory("bare-tomcat");
    workspace.toFile().deleteOnExit();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(workspace.toString());
    Connector connector = new Connector();
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("acceptCount", "4096");
    connector.setPort(0);
    tomcat.setConnector(connector);
    Context context = tomcat.addContext("", null);
    Tomcat.addServlet(context, "none", DefaultServlet.class.getName())
        .addMapping("/"); // filters, and so WebSockets, need one
    context.addServletContainerInitializer(new WsSci(), Set.of());
    context.addServletContainerInitializer((classes, servlets) -> mount.accept(servlets), Set.of());
    tomcat.start();
    return connector.getLocalPort();
  }

  @Override
  public void onOpen(Session session, EndpointConfig config) {
    seat = SEATS.sit(session.getQueryString(), session);
    session.addMessageHandler(String.class, (MessageHandler.Whole<String>) this::pass);
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    seat.leave(session);
  }

  private void pass(String text) {
    if (seat.isHost()) {
      pass(text.substring(Seats.DIGITS), seat.at(Seats.number(text)));
    } else {
      pass(text, seat.host());
    }
  }

  private static void pass(String text, Session to) {
    if (to == null) {
      return;
    }
    synchronized (to) { // it takes one text at a time
      try {
        to.getBasicRemote().sendText(text);
      } catch (IOException lost) {
        // whoever was to hear it is gone
      }
    }
  }
}
