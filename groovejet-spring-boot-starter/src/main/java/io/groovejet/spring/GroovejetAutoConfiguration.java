package io.groovejet.spring;

import io.groovejet.Admission;
import io.groovejet.AppMessages;
import io.groovejet.Bus;
import io.groovejet.IceServers;
import io.groovejet.Lobby;
import io.groovejet.LobbyBuilder;
import io.groovejet.LobbyListener;
import io.groovejet.jakarta.LobbyFilter;
import io.groovejet.room.HostElection;
import io.groovejet.store.RoomStore;
import io.groovejet.store.SnapshotStore;
import java.util.function.Consumer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * A lobby mounted on {@code groovejet.path}, beside the application's other routes and WebSocket
 * endpoints. A bean {@link Lobby} of the application takes the place of the one that is built here.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnProperty(name = "groovejet.enabled", matchIfMissing = true)
@EnableConfigurationProperties(GroovejetProperties.class)
public class GroovejetAutoConfiguration {

  /** For Spring. */
  GroovejetAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  Lobby lobby(GroovejetProperties properties, ListableBeanFactory beans) {
    LobbyBuilder builder = Lobby.builder();
    properties.applyTo(builder);
    Consumer<Admission> admission = bean -> builder.admission(bean, properties.admissionDeadline());
    beans.getBeanProvider(Admission.class).ifAvailable(admission);
    beans.getBeanProvider(AppMessages.class).ifAvailable(builder::appMessages);
    beans.getBeanProvider(IceServers.class).ifAvailable(builder::iceServers);
    beans.getBeanProvider(HostElection.class).ifAvailable(builder::hostElection);
    beans.getBeanProvider(RoomStore.class).ifAvailable(builder::store);
    beans.getBeanProvider(SnapshotStore.class).ifAvailable(builder::snapshots);
    beans.getBeanProvider(Bus.class).ifAvailable(builder::bus);
    beans.getBeanProvider(LobbyListener.class).orderedStream().forEach(builder::listener);
    beans
        .getBeanProvider(LobbyCustomizer.class)
        .orderedStream()
        .forEach(one -> one.customize(builder));
    return builder.build();
  }

  @Bean
  FilterRegistrationBean<LobbyFilter> lobbyMount(GroovejetProperties properties, Lobby lobby) {
    LobbyFilter filter = new LobbyFilter(properties.path(), lobby);
    FilterRegistrationBean<LobbyFilter> mount = new FilterRegistrationBean<>(filter);
    mount.setName("groovejet");
    mount.addUrlPatterns(properties.pattern());
    mount.setOrder(properties.filterOrder());
    return mount;
  }

  @Bean
  LobbyFarewell lobbyFarewell(GroovejetProperties properties, Lobby lobby) {
    return new LobbyFarewell(lobby, properties.drain(), properties.farewell());
  }
}
