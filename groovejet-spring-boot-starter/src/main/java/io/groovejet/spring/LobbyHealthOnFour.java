package io.groovejet.spring;

import io.groovejet.Lobby;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Up while the lobby's store answers, for Spring Boot 4. */
final class LobbyHealthOnFour extends AbstractHealthIndicator {

  private final Lobby lobby;

  LobbyHealthOnFour(Lobby lobby) {
    super("the lobby's store does not answer");
    this.lobby = lobby;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    builder.up().withDetails(HealthDetails.of(lobby));
  }
}
