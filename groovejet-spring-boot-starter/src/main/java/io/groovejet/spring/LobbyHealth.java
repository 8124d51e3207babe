package io.groovejet.spring;

import io.groovejet.Lobby;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/** Up while the lobby's store answers. */
final class LobbyHealth extends AbstractHealthIndicator {

  private final Lobby lobby;

  LobbyHealth(Lobby lobby) {
    super("the lobby's store does not answer");
    this.lobby = lobby;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    builder.up().withDetails(HealthDetails.of(lobby));
  }
}
