package io.groovejet.jakarta;

import static java.util.Objects.requireNonNull;

import io.groovejet.Lobby;
import io.groovejet.testkit.LingeringContract;
import io.groovejet.testkit.TransportContract;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

class TomcatTransportTest implements TransportContract, HandshakesContract, LingeringContract {

  private @Nullable ServedTomcat tomcat; // set by serve

  @Override
  public URI serve(Lobby lobby) throws Exception {
    ServedTomcat started =
        ServedTomcat.with(
            context -> LobbyMount.install(context, "/lobby", Impatient.filter("/lobby", lobby)));
    tomcat = started;
    return started.at("/lobby");
  }

  @Override
  public Set<String> ways() {
    return Set.of("tomcat");
  }

  @Override
  public void stop() throws Exception {
    requireNonNull(tomcat).close();
  }
}
