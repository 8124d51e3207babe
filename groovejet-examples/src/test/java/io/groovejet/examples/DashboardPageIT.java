package io.groovejet.examples;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The dashboard in a real browser, while rooms are played in. */
class DashboardPageIT {

  private static final double PATIENCE = 15_000;

  @RegisterExtension private final Players players = new Players();
  private final List<String> complaints = new ArrayList<>();

  @Test
  void whoRunsAServerSeesWhatIsPlayedOnIt() throws Exception {
    List<String> words = List.of("--port=0", "--host-grace=700");
    try (ExampleServer server =
        ExampleServer.start(ExampleOptions.parse(words, new Properties()))) {
      Page page = players.next().newPage();
      page.onConsoleMessage(said -> complaints.add(said.type() + ": " + said.text()));
      page.onPageError(complaints::add);
      page.setViewportSize(1280, 1150);
      page.navigate(server.url());
      page.waitForPopup(() -> page.click("#to-dashboard")).click("header a[href='/']");
      page.navigate(server.url() + "dashboard");
      assertThat(page.locator("#no-rooms")).isVisible();

      Member ada = Member.at(server.url());
      String code = ada.opensRoom();
      Member bob = joins(server, code, ada);
      Member cat = joins(server, code, ada, bob);
      ada.saves("{\"score\":1}");
      ada.hears("snapshotSaved");
      Member.at(server.url()).opensRoom();
      Member stranger = Member.at(server.url());
      stranger.says("joinRoom", "{\"roomCode\":\"zzzzz\"}");
      stranger.hears("error");
      ada.isCutOff();
      bob.hears("hostConnectionLost");
      cat.hears("hostConnectionLost");
      bob.hears("becomeHost");
      cat.hears("hostMigrationStarted");
      bob.says("hostReady", "{\"hostEpoch\":2}");
      bob.hears("hostMigrated");
      bob.saves("{\"score\":2}");

      assertThat(page.locator("#rooms tr")).hasCount(2, new HasCountOptions().setTimeout(PATIENCE));
      assertThat(page.locator("#events li[data-tone=bad]"))
          .hasCount(2, new HasCountOptions().setTimeout(PATIENCE));
      assertThat(page.locator("#tile-migrations")).hasText("1");
      assertThat(page.locator("#rooms .member[data-host]")).hasCount(2);
      assertThat(page.locator("#rooms .member[data-away]")).hasCount(1);
      assertThat(page.locator("body")).not().containsText(code.substring(0, 3));
      takesPictures(page);
      players.leave();
    }
    assertThat(complaints).isEmpty();
  }

  private static Member joins(ExampleServer server, String code, Member... members) {
    Member member = Member.at(server.url());
    member.joins(code, true);
    List.of(members).forEach(one -> one.hears("clientJoined"));
    return member;
  }

  private static void takesPictures(Page page) {
    takesAPicture(page, "dashboard-light");
    page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    takesAPicture(page, "dashboard-dark");
    page.setViewportSize(390, 844);
    takesAPicture(page, "dashboard-phone");
    int tooWide =
        ((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue();
    assertThat(tooWide).isNotPositive();
  }

  private static void takesAPicture(Page page, String name) {
    Path file = Path.of("target", "screenshots", name + ".png");
    page.screenshot(new ScreenshotOptions().setPath(file).setFullPage(true));
  }
}
