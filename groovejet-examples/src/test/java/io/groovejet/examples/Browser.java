package io.groovejet.examples;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** This machine's own Chromium, set up so that pages reach each other over loopback only. */
final class Browser implements AutoCloseable {

  /** How large a window is. */
  static final ViewportSize SIZE = new ViewportSize(1280, 800);

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          // Processes that each new window would start besides its page's.
          "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,SpareRendererForSitePerProcess",
          "--allow-loopback-in-peer-connection");

  /** A screen that shows every fourth picture, since processors draw them all. */
  private static final String SLOW_SCREEN =
      """
      {
        const next = window.requestAnimationFrame.bind(window);
        window.requestAnimationFrame = (draw) => next(() => next(() => next(() => next(draw))));
      }
      """;

  private static final String[] NAMES = {
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"
  };

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
    this.playwright = playwright;
    this.chromium = chromium;
  }

  /** Starts Chromium. Without one the test is aborted, or fails where {@code CI=true}. */
  static Browser launch() {
    Path executable =
        Programs.orAbort(
            executable(), "no Chromium on the PATH, and the environment names none in CHROMIUM");
    Playwright playwright =
        Playwright.create(
            new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    LaunchOptions options = new LaunchOptions().setExecutablePath(executable).setArgs(FLAGS);
    return new Browser(playwright, playwright.chromium().launch(options));
  }

  /** Opens a profile of its own, as another player's browser would be. */
  BrowserContext player() {
    BrowserContext context = chromium.newContext(new NewContextOptions().setViewportSize(SIZE));
    context.addInitScript(SLOW_SCREEN);
    // Without these Chromium hides its addresses behind mDNS names, which only multicast resolves.
    context.grantPermissions(List.of("microphone", "camera"));
    return context;
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }

  private static Optional<Path> executable() {
    String named = System.getenv("CHROMIUM");
    return named == null ? Programs.find(NAMES) : Optional.of(Path.of(named));
  }
}
