package io.groovejet.spring;

import io.groovejet.Lobby;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** The lobby's part of Actuator's health, if there is Actuator of Spring Boot 4. */
@AutoConfiguration(after = GroovejetAutoConfiguration.class)
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnBean(Lobby.class)
@ConditionalOnProperty(name = "management.health.lobby.enabled", matchIfMissing = true)
public class LobbyHealthOnFourAutoConfiguration {

  /** For Spring. */
  LobbyHealthOnFourAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean(name = "lobbyHealthIndicator")
  HealthIndicator lobbyHealthIndicator(Lobby lobby) {
    return new LobbyHealthOnFour(lobby);
  }
}
