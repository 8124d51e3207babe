package io.groovejet.examples;

import io.groovejet.Lobby;
import io.groovejet.jakarta.LobbyMount;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Duration;

/** A lobby at {@code /lobby} of a web application, in whatever container it is deployed. */
@WebListener
public final class MountInAServletContext implements ServletContextListener {

  private final Lobby lobby = Lobby.ofDefaults();

  /** For the container. */
  public MountInAServletContext() {}

  @Override
  public void contextInitialized(ServletContextEvent event) {
    Duration comeBackWithin = Duration.ofSeconds(5); // as clients hear before their sockets close
    LobbyMount.install(event.getServletContext(), "/lobby", lobby, comeBackWithin);
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    lobby.close();
  }
}
