package io.groovejet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Hosts come and go, and the game stays. */
class GameGoesOnIT {

  @RegisterExtension private final Players players = new Players();
  private final List<Visitor> visitors = new ArrayList<>();
  private ExampleServer server; // set by JUnit before each test

  @BeforeEach
  void serve() throws BadOptionException {
    server = start("--port=0");
  }

  @AfterEach
  void nobodyComplains() {
    players.leave();
    server.close();
    assertThat(visitors).allSatisfy(visitor -> assertThat(visitor.complaints()).isEmpty());
  }

  @Test
  void anotherBecomesHostAndTheGameGoesOn() {
    Visitor ada = visitor();
    String code = ada.createsARoom();
    Visitor bob = guest(code);
    Visitor eve = guest(code);
    bob.says("Remember me");
    ada.hears("Remember me");
    eve.hears("Remember me");

    ada.closesItsTab();

    bob.reads("#lines", "the host now");
    bob.isLinked();
    eve.reads("#lines", "the host now");
    eve.isLinked();
    assertThat(Stream.of(bob, eve).map(Visitor::role)).containsExactlyInAnyOrder("host", "");
    eve.says("Are you still there?");
    bob.hears("Are you still there?");
    bob.says("Of course");
    eve.hears("Of course");
    bob.takesAPicture("host-moved-on-bob");
    eve.takesAPicture("host-moved-on-eve");

    Visitor ann = guest(code);
    ann.reads("#lines", "Remember me");
    ann.reads("#lines", "Of course");
  }

  @Test
  void everybodyGoesAndWhoComesBackFindsWhatWasSaidAndScored() throws BadOptionException {
    server.close();
    server = start("--port=0", "--host-grace=3000");
    BrowserContext adas = players.next();
    Visitor ada = visitor(adas);
    ada.isCalled("Ada");
    String code = ada.createsARoom();
    Visitor bob = guest(code);
    bob.says("Remember me");
    ada.hears("Remember me");
    ada.takesTheRecord();
    ada.isSavedAnew();
    String adasId = ada.clientId();

    ada.closesItsTab();
    bob.closesItsTab();
    Visitor eve = visitor();
    eve.joins(code);
    eve.reads("#notice-words", "is away");
    eve.takesAPicture("everybody-away");
    eve.reads("#lines", "Remember me");
    eve.isHost();
    Visitor adaAgain = visitor(adas);
    adaAgain.joins(code);

    adaAgain.isLinked();
    assertThat(adaAgain.clientId()).isEqualTo(adasId);
    adaAgain.seesPointsOf(adasId);
    adaAgain.reads("#people [data-state=us] .name", "Ada");
    adaAgain.takesAPicture("everybody-back");
  }

  @Test
  void twoTabsOfOneBrowserAreTwoPlayersAndTheHostThatOpensItsLinkAgainIsTheOldOne() {
    BrowserContext profile = players.next();
    Visitor ada = visitor(profile);
    String code = ada.createsARoom();
    Visitor bob = visitor(profile);
    bob.joins(code);
    bob.isLinked();
    String adasId = ada.clientId();
    assertThat(bob.clientId()).isNotEqualTo(adasId);

    ada.closesItsTab();
    bob.closesItsTab();
    Visitor adaAgain = new Visitor(profile);
    visitors.add(adaAgain);
    adaAgain.opens(server.url() + "#" + code);

    adaAgain.isHost();
    assertThat(adaAgain.clientId()).isEqualTo(adasId);
  }

  @Test
  void aPlayerCrashesComesBackIsCutOffAndIsHandedTheHostsRole() {
    Visitor ada = visitor();
    String code = ada.createsARoom();
    ada.takesAPicture("story-1-alone");
    Visitor bob = guest(code);
    ada.isLinked();
    ada.takesTheRecord();
    ada.takesAPicture("story-2-playing");
    ada.seesAllOfTheArenaOnAPhone("story-2-playing");
    String adasId = ada.clientId();
    int points = ada.pointsOf(adasId);

    ada.clicks("#crash");
    bob.isHost();
    assertThat(bob.pointsOf(adasId)).isGreaterThanOrEqualTo(points - 1);
    bob.takesAPicture("story-3-crashed");

    ada.clicks("#come-back");
    ada.isLinked();
    ada.isGuest();
    assertThat(ada.clientId()).isEqualTo(adasId);
    ada.takesAPicture("story-4-back");

    double arena = bob.topOfTheArena();
    bob.clicks("#drop");
    bob.reads("#notice-words", "just go on playing");
    bob.says("Do you hear me without the lobby?");
    ada.hears("Do you hear me without the lobby?");
    bob.takesAPicture("story-5-cut-off");
    assertThat(bob.topOfTheArena()).isEqualTo(arena);
    bob.clicks("#notice-action");
    bob.reads("#signaling-words", "connected");
    bob.isHost();

    bob.clicks("#hand-over");
    ada.isHost();
    bob.isGuest();
    ada.isLinked();
    ada.takesAPicture("story-6-handed-over");
  }

  private static ExampleServer start(String... words) throws BadOptionException {
    return ExampleServer.start(ExampleOptions.parse(List.of(words), new Properties()));
  }

  private Visitor guest(String code) {
    Visitor guest = visitor();
    guest.joins(code);
    guest.isLinked();
    return guest;
  }

  private Visitor visitor() {
    return visitor(players.next());
  }

  private Visitor visitor(BrowserContext profile) {
    Visitor visitor = new Visitor(profile);
    visitors.add(visitor);
    visitor.opens(server.url());
    return visitor;
  }
}
