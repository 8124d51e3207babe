package io.groovejet.spring;

import io.groovejet.Lobby;
import io.groovejet.micrometer.LobbyMetrics;
import io.groovejet.micrometer.LobbyTally;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/**
 * The lobby's meters, if there is Micrometer; Actuator binds them to the application's registry.
 */
@AutoConfiguration(before = GroovejetAutoConfiguration.class)
@ConditionalOnClass(MeterBinder.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnProperty(name = "groovejet.enabled", matchIfMissing = true)
public class LobbyMetricsAutoConfiguration {

  /** For Spring. */
  LobbyMetricsAutoConfiguration() {}

  @Bean
  LobbyTally lobbyTally() {
    return new LobbyTally();
  }

  @Bean
  @ConditionalOnMissingBean
  LobbyMetrics lobbyMetrics(Lobby lobby, LobbyTally tally) {
    return new LobbyMetrics(lobby, tally);
  }
}
