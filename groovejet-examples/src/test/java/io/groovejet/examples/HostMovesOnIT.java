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

/** The host's tab is closed, and those who are left go on. */
class HostMovesOnIT {

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
  void anotherBecomesHostAndTheTalkGoesOn() {
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
    System.out.println(
        "the talk went on after "
            + Duration.ofNanos(System.nanoTime() - closed).toMillis()
            + " ms at another host");
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
  void everybodyGoesAndWhoComesBackFindsWhatWasSaid() {
    Visitor ada = visitor();
    String code = ada.createsARoom();
    Visitor bob = guest(code);
    bob.says("Remember me");
    ada.hears("Remember me");
    ada.reads("#saved", "#1");

    ada.closesItsTab();
    bob.closesItsTab();
    Visitor eve = visitor();
    eve.joins(code);

    eve.reads("#lines", "Remember me");
    assertThat(eve.role()).isEqualTo("host");
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
