package io.groovejet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hosts come and go, and the game stays. */
class GameGoesOnIT {

  private static Browser browser; // set by JUnit before each class

  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<Visitor> visitors = new ArrayList<>();
  private ExampleServer server; // set by JUnit before each test

  @BeforeAll
  static void launch() {
    browser = Browser.launch();
  }

  @AfterAll
  static void quit() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void serve() throws BadOptionException {
    server = ExampleServer.start(ExampleOptions.parse(List.of("--port=0"), new Properties()));
  }

  @AfterEach
  void nobodyComplains() {
    contexts.forEach(BrowserContext::close);
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

    long closed = System.nanoTime();
    ada.closesItsTab();

    bob.reads("#lines", "the host now");
    bob.isLinked();
    Duration taken = Duration.ofNanos(System.nanoTime() - closed);
    System.out.println("the game went on at another host after " + taken.toMillis() + " ms");
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
  void everybodyGoesAndWhoComesBackFindsWhatWasSaidAndScored() {
    Visitor ada = visitor();
    String code = ada.createsARoom();
    Visitor bob = guest(code);
    bob.says("Remember me");
    ada.hears("Remember me");
    ada.takesTheRecord();
    ada.reads("#saved", "#");
    String adasId = ada.clientId();

    ada.closesItsTab();
    bob.closesItsTab();
    Visitor eve = visitor();
    eve.joins(code);

    eve.reads("#lines", "Remember me");
    eve.isHost();
    assertThat(eve.pointsOf(adasId)).isPositive();
    eve.takesAPicture("everybody-back");
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

    bob.clicks("#drop");
    bob.reads("#notice-words", "just go on playing");
    bob.says("Do you hear me without the lobby?");
    ada.hears("Do you hear me without the lobby?");
    bob.takesAPicture("story-5-cut-off");
    bob.reads("#signaling-words", "connected");
    bob.isHost();

    bob.clicks("#hand-over");
    ada.isHost();
    bob.isGuest();
    ada.isLinked();
    ada.takesAPicture("story-6-handed-over");
  }

  private Visitor guest(String code) {
    Visitor guest = visitor();
    guest.joins(code);
    guest.isLinked();
    return guest;
  }

  private Visitor visitor() {
    BrowserContext context = browser.player();
    contexts.add(context);
    Visitor visitor = new Visitor(context);
    visitors.add(visitor);
    visitor.opens(server.url());
    return visitor;
  }
}
