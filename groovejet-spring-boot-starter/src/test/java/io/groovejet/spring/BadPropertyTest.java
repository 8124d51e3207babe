package io.groovejet.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

class BadPropertyTest {

  private final WebApplicationContextRunner application =
      new WebApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(GroovejetAutoConfiguration.class));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          groovejet.path                      | lobby       | it is no path of the application, such as /lobby
          groovejet.path                      | /lob by     | it is no path of the application, such as /lobby
          groovejet.admission-deadline        | PT0S        | it is not above zero
          groovejet.token-validity            | -PT1S       | it is not above zero
          groovejet.limits.ping-interval      | PT0S        | it is not above zero
          groovejet.limits.silence            | PT15S       | it is not longer than groovejet.limits.ping-interval = PT15S
          groovejet.ice.stun                  | example.com | not an ICE server's URL, such as stun:stun.example.com: example.com
          groovejet.allowed-origins           | example.com | not an origin (scheme://host or scheme://host:port): example.com
          groovejet.trusted-proxies           | proxy       | neither an address nor a network: proxy
          groovejet.drain                     | -PT1S       | it is negative
          groovejet.timers.host-grace         | -PT1S       | it is negative
          groovejet.limits.max-clients        | 0           | it is below 1
          groovejet.limits.max-message-size   | 0B          | it is not between 1 byte and 2 GB
          groovejet.ice.turn                  | turn:a      | it needs groovejet.ice.turn-secret, which these servers know too
          """)
  void theMessageNamesThePropertyAndWhatIsWrong(String property, String value, String reason) {
    application
        .withPropertyValues(property + "=" + value)
        .run(
            context ->
                assertThat(analysis(context.getStartupFailure()).getDescription())
                    .startsWith("The lobby cannot be built with " + property + " = ")
                    .endsWith(": " + reason + "."));
  }

  @Test
  void aSecretIsNotShown() {
    application
        .withPropertyValues("groovejet.token-key=hush")
        .run(
            context ->
                assertThat(analysis(context.getStartupFailure()).getDescription())
                    .isEqualTo(
                        "The lobby cannot be built with groovejet.token-key = (a secret): it has 4"
                            + " bytes, at least 32 are due."));
  }

  @Test
  void anOlderKeyIsNamedAndNotLost() {
    String older = "groovejet.older-token-keys=" + "k".repeat(32);

    application
        .withPropertyValues(older)
        .run(
            context ->
                assertThat(analysis(context.getStartupFailure()).getDescription())
                    .contains("groovejet.older-token-keys = (a secret): there is no"));
    application
        .withPropertyValues(
            "groovejet.older-token-keys=hush", older.replace("older-token-keys", "token-key"))
        .run(
            context ->
                assertThat(analysis(context.getStartupFailure()).getDescription())
                    .contains("groovejet.older-token-keys = (a secret): it has 4 bytes"));
  }

  private static FailureAnalysis analysis(Throwable failure) {
    return new BadPropertyAnalyzer().analyze(failure);
  }
}
