package io.groovejet.examples;

import com.microsoft.playwright.BrowserContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The browsers of the players of one test, gone after it. They are profiles of one Chromium, which
 * serves all tests of a run.
 */
final class Players implements BeforeEachCallback, AfterEachCallback {

  private final List<BrowserContext> profiles = new ArrayList<>();
  private @Nullable Browser browser; // set by JUnit before each test

  @Override
  public void beforeEach(ExtensionContext test) {
    browser =
        test.getRoot()
            .getStore(Namespace.GLOBAL)
            .getOrComputeIfAbsent(Browser.class, key -> Browser.launch(), Browser.class);
  }

  @Override
  public void afterEach(ExtensionContext test) {
    leave();
  }

  /** A browser that shares nothing with the others. */
  BrowserContext next() {
    BrowserContext profile = Objects.requireNonNull(browser, "browser").player();
    profiles.add(profile);
    return profile;
  }

  /** All close their browsers. */
  void leave() {
    profiles.forEach(BrowserContext::close);
    profiles.clear();
  }
}
