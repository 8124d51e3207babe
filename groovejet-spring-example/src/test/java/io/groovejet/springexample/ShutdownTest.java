package io.groovejet.springexample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

class ShutdownTest {

  @Test
  void whoIsConnectedHearsThatTheServerStopsAndWhenToComeBack() throws Exception {
    ConfigurableApplicationContext application =
        SpringApplication.run(SpringExample.class, "--server.port=0", "--groovejet.drain=4s");
    int port = application.getEnvironment().getRequiredProperty("local.server.port", int.class);
    Player ada = new Player(port, "/lobby");
    Player bob = new Player(port, "/lobby");
    for (Player player : List.of(ada, bob)) {
      player.hears("identity");
      player.says("{\"type\":\"what?\"}");
      player.hears("error"); // so it is connected, and not about to be
    }

    application.close();

    int first = ada.hears("serverDraining").get("reconnectAfterMillis").asInt();
    int second = bob.hears("serverDraining").get("reconnectAfterMillis").asInt();
    assertThat(first + second).isEqualTo(2000);
    assertThat(ada.isClosedWith()).isEqualTo(1012);
    assertThat(bob.isClosedWith()).isEqualTo(1012);
  }
}
