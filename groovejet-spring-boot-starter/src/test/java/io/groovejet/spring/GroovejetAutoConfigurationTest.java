package io.groovejet.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.Lobby;
import io.groovejet.LobbyEvent.RoomOpened;
import io.groovejet.LobbyListener;
import io.groovejet.jakarta.LobbyFilter;
import io.groovejet.micrometer.LobbyMetrics;
import io.groovejet.store.InMemoryRoomStore;
import io.groovejet.store.RoomStore;
import io.groovejet.testkit.FakeConnection;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;

class GroovejetAutoConfigurationTest {

  private static final AutoConfigurations ALL =
      AutoConfigurations.of(
          GroovejetAutoConfiguration.class,
          LobbyHealthAutoConfiguration.class,
          LobbyMetricsAutoConfiguration.class);

  private final WebApplicationContextRunner application =
      new WebApplicationContextRunner().withConfiguration(ALL);

  @Test
  void aLobbyIsMountedOnItsPath() {
    application
        .withPropertyValues("groovejet.path=/play", "groovejet.filter-order=7")
        .run(
            context -> {
              FilterRegistrationBean<?> mount = context.getBean(FilterRegistrationBean.class);
              assertThat(mount.getFilter()).isInstanceOf(LobbyFilter.class);
              assertThat(mount.getUrlPatterns()).containsExactly("/play/*");
              assertThat(mount.getOrder()).isEqualTo(7);
            });
  }

  @Test
  void propertiesReachTheLobby() {
    application
        .withPropertyValues(
            "groovejet.limits.max-clients=4",
            "groovejet.limits.max-message-size=16KB",
            "groovejet.limits.messages-per-second=5",
            "groovejet.timers.host-grace=3s")
        .run(
            context -> {
              Lobby lobby = context.getBean(Lobby.class);
              assertThat(lobby.limits().maxClients()).isEqualTo(4);
              assertThat(lobby.limits().maxMessageBytes()).isEqualTo(16 * 1024);
              assertThat(lobby.limits().messages().perSecond()).isEqualTo(5);
              assertThat(lobby.limits().messages().burst()).isEqualTo(200);
              assertThat(lobby.room(lobby.openRoom()).orElseThrow().settings().timers())
                  .hasFieldOrPropertyWithValue("hostGrace", java.time.Duration.ofSeconds(3));
            });
  }

  @Test
  void theApplicationsBeansAreUsedAndACustomizerHasTheLastWord() {
    BlockingQueue<RoomOpened> opened = new LinkedBlockingQueue<>();
    RoomStore store = new InMemoryRoomStore();
    application
        .withPropertyValues("groovejet.limits.max-clients=4")
        .withBean(RoomStore.class, () -> store)
        .withBean(LobbyListener.class, () -> hears(opened))
        .withBean(
            LobbyCustomizer.class,
            () ->
                builder -> builder.limits(io.groovejet.guard.Limits.ofDefaults().withMaxClients(2)))
        .run(
            context -> {
              Lobby lobby = context.getBean(Lobby.class);
              lobby.connect(new FakeConnection()).received("{\"type\":\"createRoom\"}");

              assertThat(lobby.limits().maxClients()).isEqualTo(2);
              assertThat(store.count()).isEqualTo(1);
              assertThat(opened.poll(10, TimeUnit.SECONDS)).isNotNull();
            });
  }

  @Test
  void aLobbyOfTheApplicationIsLeftAlone() {
    Lobby own = Lobby.ofDefaults();
    application
        .withBean(Lobby.class, () -> own)
        .run(
            context -> {
              assertThat(context.getBean(Lobby.class)).isSameAs(own);
              assertThat(context).hasSingleBean(FilterRegistrationBean.class);
              assertThat(context).hasBean("lobbyHealthIndicator");
            });
  }

  @Test
  void metersAndHealthAreThereWhenTheirLibrariesAre() {
    application.run(
        context -> {
          assertThat(context).hasSingleBean(LobbyMetrics.class);
          assertThat(context.getBean(HealthIndicator.class).health().getStatus())
              .isEqualTo(Status.UP);
        });
    application
        .withClassLoader(new FilteredClassLoader(MeterBinder.class, HealthIndicator.class))
        .run(
            context -> {
              assertThat(context).hasSingleBean(Lobby.class);
              assertThat(context).doesNotHaveBean("lobbyMetrics");
              assertThat(context).doesNotHaveBean("lobbyHealthIndicator");
            });
  }

  @Test
  void thereIsNoLobbyWhenItIsOffOrThereIsNoWebServer() {
    application
        .withPropertyValues("groovejet.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(Lobby.class));
    new ApplicationContextRunner()
        .withConfiguration(ALL)
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              assertThat(context).doesNotHaveBean(Lobby.class);
            });
  }

  private static LobbyListener hears(BlockingQueue<RoomOpened> opened) {
    return new LobbyListener() {
      @Override
      public void roomOpened(RoomOpened event) {
        opened.add(event);
      }
    };
  }
}
