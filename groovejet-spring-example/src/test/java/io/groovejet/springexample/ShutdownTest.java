package io.groovejet.springexample;

import static org.assertj.core.api.Assertions.assertThat;

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
    ada.hears("identity");
    bob.hears("identity");

    application.close();

    int first = ada.hears("serverDraining").get("reconnectAfterMillis").asInt();
    int second = bob.hears("serverDraining").get("reconnectAfterMillis").asInt();
    assertThat(first + second).isEqualTo(2000);
    assertThat(ada.isClosedWith()).isEqualTo(1012);
    assertThat(bob.isClosedWith()).isEqualTo(1012);
  }
}
