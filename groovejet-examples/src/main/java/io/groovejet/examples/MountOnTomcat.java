package io.groovejet.examples;

import io.groovejet.Lobby;
import io.groovejet.jakarta.LobbyMount;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/** A lobby at {@code /lobby} of a Tomcat context that has something else besides. */
final class MountOnTomcat {

  private MountOnTomcat() {}

  static void start(Tomcat tomcat, Context context, Lobby lobby) throws LifecycleException {
    context.addServletContainerInitializer(
        (classes, servlets) -> LobbyMount.install(servlets, "/lobby", lobby), Set.of());
    tomcat.start();
  }
}
