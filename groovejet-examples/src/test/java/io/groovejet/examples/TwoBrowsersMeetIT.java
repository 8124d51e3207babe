package io.groovejet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The reason all this exists: real browsers find each other and open a data channel. */
@ParameterizedClass
@EnumSource(Transport.class)
class TwoBrowsersMeetIT {

  @RegisterExtension private final Players players = new Players();

  private final Transport transport;
  private final List<Visitor> visitors = new ArrayList<>();
  private ExampleServer server; // set by JUnit before each test

  TwoBrowsersMeetIT(Transport transport) {
    this.transport = transport;
  }

  @BeforeEach
  void serve() throws BadOptionException {
    List<String> words = List.of("--port=0", "--transport=" + transport.wording());
    server = ExampleServer.start(ExampleOptions.parse(words, new Properties()));
  }

  @AfterEach
  void nobodyComplains() {
    players.leave();
    server.close();
    assertThat(visitors).allSatisfy(visitor -> assertThat(visitor.complaints()).isEmpty());
  }

  @Test
  void theyTalkDirectlyOnceOneTypedTheOthersCode() {
    Visitor ada = visitor();
    Visitor bob = visitor();

    bob.joins(ada.createsARoom().toUpperCase(Locale.ROOT));
    ada.isLinked();
    bob.isLinked();
    ada.says("Hello, Bob");
    bob.hears("Hello, Bob");
    bob.says("Hello, Ada");
    ada.hears("Hello, Ada");

    ada.seesALatency();
    bob.seesALatency();
    ada.takesAPicture(transport.wording() + "-host");
    bob.takesAPicture(transport.wording() + "-guest");
  }

  @Test
  void aWrongCodeAndNoneAreRefusedInWords() {
    Visitor bob = visitor();
    bob.joins("");
    bob.reads("#start-error", "Type the room code first.");

    bob.joins("zzzzz");

    bob.reads("#start-error", "There is no room with the code ZZZZZ.");
    bob.takesAPicture(transport.wording() + "-wrong-code");
  }

  @Test
  void whoeverReloadsIsLinkedAgainAsTheSameClientGuestAndHost() {
    Visitor ada = visitor();
    Visitor bob = visitor();
    bob.joins(ada.createsARoom());
    bob.isLinked();
    List<String> before = List.of(ada.clientId(), bob.clientId());

    bob.reloads();
    bob.isLinked();
    bob.says("A guest is back");
    ada.hears("A guest is back");
    ada.reloads();
    ada.isLinked();
    bob.isLinked();

    assertThat(List.of(ada.clientId(), bob.clientId())).isEqualTo(before);
    assertThat(List.of(ada.role(), bob.role())).containsExactlyInAnyOrder("host", "");
    ada.says("I am back");
    bob.hears("I am back");
  }

  private Visitor visitor() {
    Visitor visitor = new Visitor(players.next());
    visitors.add(visitor);
    visitor.opens(server.url());
    return visitor;
  }
}
