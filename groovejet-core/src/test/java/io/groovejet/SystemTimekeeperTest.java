package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class SystemTimekeeperTest {

  @Test
  void itsThreadDoesNotKeepTheClassesOfWhoeverAsksFirst() throws Exception {
    CompletableFuture<ClassLoader> loader = new CompletableFuture<>();
    Thread test = Thread.currentThread();
    ClassLoader before = test.getContextClassLoader();

    try (SystemTimekeeper time = new SystemTimekeeper();
        URLClassLoader webApplication = new URLClassLoader(new URL[0])) {
      test.setContextClassLoader(webApplication);
      time.wakeAt(
          time.now(), () -> loader.complete(Thread.currentThread().getContextClassLoader()));

      assertThat(loader.get(10, TimeUnit.SECONDS)).isNotSameAs(webApplication);
    } finally {
      test.setContextClassLoader(before);
    }
  }
}
