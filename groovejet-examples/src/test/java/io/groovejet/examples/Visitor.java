package io.groovejet.examples;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/** Somebody at a browser of their own, who sees and does on the page what people do. */
final class Visitor {

  private static final double PATIENCE = 15_000;
  private static final Pattern SOME_POINTS = Pattern.compile("[2-9]");
  private static final Pattern MILLISECONDS = Pattern.compile("[0-9.]+ ms");

  private final Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  Visitor(BrowserContext context) {
    page = context.newPage();
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(complaints::add);
  }

  void opens(String url) {
    page.navigate(url);
  }

  /** Types its name at the door. */
  void isCalled(String name) {
    page.fill("#name", name);
  }

  /** Creates a room and reads its code. */
  String createsARoom() {
    page.click("#create");
    assertThat(page.locator("#room")).isVisible();
    return page.locator("#room-code").textContent();
  }

  void joins(String code) {
    page.fill("#code", code);
    page.press("#code", "Enter");
  }

  void isLinked() {
    assertThat(page.locator("#link")).hasText("open", patiently());
  }

  void seesALatency() {
    assertThat(page.locator("#latency")).hasText(MILLISECONDS, patiently());
  }

  void says(String text) {
    page.fill("#say", text);
    page.press("#say", "Enter");
  }

  void hears(String text) {
    assertThat(page.locator("#lines .theirs").last()).containsText(text, containing());
  }

  void reads(String selector, String text) {
    assertThat(page.locator(selector)).containsText(text, containing());
  }

  void reloads() {
    page.reload();
  }

  void closesItsTab() {
    page.close();
  }

  void clicks(String selector) {
    page.click(selector);
  }

  /**
   * Runs to the middle of the arena, where the record is at first, and stays until it has scored.
   */
  void takesTheRecord() {
    page.hover("#arena");
    page.mouse().down();
    assertThat(page.locator("#people [data-state=us] .score")).hasText(SOME_POINTS, patiently());
    page.mouse().up();
  }

  /** Waits until the lobby has acknowledged another snapshot than the last one. */
  void isSavedAnew() {
    Locator saved = page.locator("#saved");
    assertThat(saved).not().hasText(saved.textContent(), patiently());
  }

  /** Waits until this page shows that somebody has points. */
  void seesPointsOf(String clientId) {
    assertThat(page.locator("#player-" + clientId + " .score")).not().hasText("0", patiently());
  }

  /** How many points somebody has, as this page shows it. */
  int pointsOf(String clientId) {
    return Integer.parseInt(page.locator("#player-" + clientId + " .score").textContent());
  }

  void isHost() {
    assertThat(page.locator("#people [data-state=us] .role")).hasText("host", patiently());
  }

  void isGuest() {
    assertThat(page.locator("#people [data-state=us] .role")).hasText("", patiently());
  }

  /** The client id the page shows us under. */
  String clientId() {
    Locator us = page.locator("#people [data-state=us]");
    return Objects.requireNonNull(us.getAttribute("data-client-id"), "client id");
  }

  String role() {
    return page.locator("#people [data-state=us] .role").textContent();
  }

  double topOfTheArena() {
    return page.locator("#arena").boundingBox().y;
  }

  /** Holds the page upright and on its side: nothing has to be scrolled to play. */
  void seesAllOfTheArenaOnAPhone(String name) {
    for (ViewportSize phone : List.of(new ViewportSize(375, 667), new ViewportSize(667, 375))) {
      page.setViewportSize(phone.width, phone.height);
      BoundingBox arena = page.locator("#arena").boundingBox();
      Assertions.assertThat(arena.y + arena.height).isLessThanOrEqualTo(phone.height);
      Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
          .isEqualTo(0);
      takesAPicture(name + "-" + phone.width);
    }
    page.setViewportSize(Browser.SIZE.width, Browser.SIZE.height);
  }

  void takesAPicture(String name) {
    Path file = Path.of("target", "screenshots", name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  /** What the browser's console said: warnings, errors and anything else. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  private static LocatorAssertions.HasTextOptions patiently() {
    return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE);
  }

  private static LocatorAssertions.ContainsTextOptions containing() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
  }
}
