package io.groovejet.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.groovejet.guard.AddressLimits;
import io.groovejet.guard.Limits;
import io.groovejet.guard.Rate;
import io.groovejet.guard.ServerLimits;
import io.groovejet.room.RoomTimers;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExampleOptionsTest {

  private final Properties properties = new Properties();

  @Test
  void withoutAWordEverythingIsAsTheProtocolSays() throws Exception {
    ExampleOptions options = parse();

    assertThat(options.port()).isEqualTo(3000);
    assertThat(options.address()).isEqualTo("127.0.0.1");
    assertThat(options.transport()).isEqualTo(Transport.NETTY);
    assertThat(options.folder()).isEmpty();
    assertThat(options.urlDialect()).isTrue();
    assertThat(options.dashboard()).isTrue();
    assertThat(options.logEvents()).isFalse();
    assertThat(options.limits()).isEqualTo(Limits.ofDefaults());
    assertThat(options.timers()).isEqualTo(RoomTimers.ofDefaults());
  }

  @Test
  void aValueStandsBehindAnEqualsSignOrInTheNextArgument() throws Exception {
    ExampleOptions options = parse("--port=0", "--transport", "jetty", "--limits=off");

    assertThat(options.port()).isZero();
    assertThat(options.transport()).isEqualTo(Transport.JETTY);
    assertThat(options.limits()).isEqualTo(Limits.unlimited());
  }

  @Test
  void limitsMayBeCountedAndNeverReached() throws Exception {
    Limits limits = parse("--limits=counted").limits();

    assertThat(limits.messages()).isNotEqualTo(Rate.UNLIMITED);
    assertThat(limits.messages().perSecond()).isGreaterThan(1_000_000);
    assertThat(limits.perAddress()).isEqualTo(AddressLimits.unlimited());
    assertThat(limits.server()).isEqualTo(ServerLimits.ofDefaults());
  }

  @Test
  void anArgumentCountsMoreThanAPropertyOfTheSameName() throws Exception {
    properties.setProperty("port", "4000");
    properties.setProperty("transport", "tomcat");

    ExampleOptions options = parse("--port=5000");

    assertThat(options.port()).isEqualTo(5000);
    assertThat(options.transport()).isEqualTo(Transport.TOMCAT);
  }

  @Test
  void timersAreGivenInIsoFormOrInMilliseconds() throws Exception {
    ExampleOptions options =
        parse("--host-grace=PT1.5S", "--guest-grace", "250", "--max-host-grace=0");

    assertThat(options.timers())
        .isEqualTo(
            RoomTimers.ofDefaults()
                .withHostGrace(Duration.ofMillis(1500))
                .withGuestGrace(Duration.ofMillis(250))
                .withMaxHostGrace(Duration.ZERO));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--allow-origin=https://a.example,http://b.example:81", "*"})
  void originsMayBeListedWithCommas(String argument) throws Exception {
    ExampleOptions options =
        parse(argument.startsWith("--") ? argument : "--allow-origin=" + argument);

    assertThat(options.origins().allows(List.of("http://b.example:81"), List.of("here"))).isTrue();
  }

  @Test
  void originsMayBeRepeated() throws Exception {
    ExampleOptions options =
        parse("--allow-origin=https://a.example", "--allow-origin", "http://b.example");

    assertThat(options.origins().allows(List.of("https://a.example"), List.of("here"))).isTrue();
    assertThat(options.origins().allows(List.of("http://b.example"), List.of("here"))).isTrue();
    assertThat(options.origins().allows(List.of("http://c.example"), List.of("here"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "port, -1",
    "port, 65536",
    "port, http",
    "port, ''",
    "transport, mina",
    "allow-origin, example",
    "url-dialect, true",
    "dashboard, yes",
    "limits, maybe",
    "host-grace, PT-8S",
    "host-grace, -8000",
    "host-grace, 8s",
    "guest-grace, ''",
    "unclaimed-retention, 99999999999999999999",
    "dormant-retention, P999999999D"
  })
  void aBadValueIsRefusedInOneLineWithTheNameAndWhatIsExpected(String name, String value) {
    assertThatExceptionOfType(BadOptionException.class)
        .isThrownBy(() -> parse("--" + name, value))
        .withMessageStartingWith(name + ": expected ")
        .withMessageEndingWith("not \"" + value + "\"")
        .withMessageNotContaining("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--prot=1", "-port", "port=1", "", "--", "--Port=1", "--\nport=2"})
  void anUnknownOptionIsRefusedInOneLine(String argument) {
    assertThatExceptionOfType(BadOptionException.class)
        .isThrownBy(() -> parse(argument))
        .withMessageStartingWith("unknown option \"")
        .withMessageContaining("--help")
        .withMessageNotContaining("\n");
  }

  @ParameterizedTest
  @EnumSource(Option.class)
  void theHelpNamesEveryOptionWithItsDefault(Option option) {
    assertThat(ExampleOptions.help()).contains("--" + option.wording() + "=" + option.standard());
  }

  private ExampleOptions parse(String... arguments) throws BadOptionException {
    return ExampleOptions.parse(List.of(arguments), properties);
  }
}
