package io.groovejet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the dashboard tells an operator or a backend while people play, over real sockets. */
class DashboardIT {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newHttpClient();

  @ParameterizedTest
  @EnumSource(Transport.class)
  void itTellsWhoPlaysWithoutLettingAnybodyIn(Transport transport) throws Exception {
    try (ExampleServer server = serve("--transport=" + transport.wording())) {
      Member host = Member.at(server.url());
      Member guest = Member.at(server.url());
      String code = host.opensRoom();
      guest.joins(code, true);
      host.hears("clientJoined");
      host.saves("{\"score\":7}");
      host.hears("snapshotSaved");
      guest.says("hostReady", "{\"hostEpoch\":9}");
      guest.hears("error");

      String data = dataThat(server, told -> told.contains("\"refusals\":1"));

      assertThat(data)
          .contains("\"rooms\":1,\"connections\":2")
          .contains("\"messagesIn\":4")
          .contains("\"refusalsByType\":{\"notCandidate\":1}")
          .contains("\"state\":\"hosted\",\"epoch\":1,\"seats\":64")
          .contains("\"snapshot\":{\"version\":1,\"ageSeconds\":")
          .contains("\"event\":\"clientJoined\"")
          .contains(host.id().substring(host.id().length() - 6))
          .contains("\"room\":\"" + code.substring(0, 2) + "…\"")
          .doesNotContain(code, host.id(), guest.id(), "score");
      assertThat(isJson(data)).isTrue();
    }
  }

  private final List<Member> members = new ArrayList<>();

  @Test
  void aMigrationIsSeenInTheTotalsAndInTheRoom() throws Exception {
    try (ExampleServer server = serve("--host-grace=0")) {
      Member host = Member.at(server.url());
      Member guest = Member.at(server.url());
      guest.joins(host.opensRoom(), true);
      host.hears("clientJoined");
      host.isCutOff();
      guest.hears("hostConnectionLost");
      guest.hears("becomeHost");
      guest.says("hostReady", "{\"hostEpoch\":2}");
      guest.hears("hostMigrated");

      String data = dataThat(server, told -> told.contains("\"migrations\":1"));

      assertThat(data)
          .contains("\"hostsLost\":1", "\"medianMillisWithoutHost\":", "\"epoch\":2")
          .contains("\"host\":false,\"connected\":false,\"awaySeconds\":")
          .contains("\"event\":\"hostMigrated\"");
    }
  }

  @Test
  void everySecondBecomesHistory() throws Exception {
    try (ExampleServer server = serve("--port=0")) {
      members.add(Member.at(server.url())); // a socket that nobody holds is closed

      String data = dataThat(server, told -> told.matches(".*\"connections\":\\[[0,]*1.*"));

      assertThat(data).matches(".*\"messagesOut\":\\[[0,]*1.*");
    }
  }

  @Test
  void itsFilesAreThereAndCanOnlyBeRead() throws Exception {
    try (ExampleServer server = serve("--port=0")) {
      for (String file : List.of("", "/dashboard.css", "/dashboard.js", "/plot.js", "/table.js")) {
        assertThat(asks(server, "GET", "dashboard" + file).statusCode()).as(file).isEqualTo(200);
      }
      assertThat(asks(server, "GET", "dashboard/Dashboard.class").statusCode()).isEqualTo(404);
      assertThat(asks(server, "POST", "dashboard/data").statusCode()).isEqualTo(405);
      assertThat(asks(server, "GET", "dashboard/data").headers().firstValue("Cache-Control"))
          .hasValue("no-store");
    }
  }

  @Test
  void itCanBeSwitchedOff() throws Exception {
    try (ExampleServer server = serve("--dashboard=off")) {
      assertThat(asks(server, "GET", "dashboard").statusCode()).isEqualTo(404);
      assertThat(asks(server, "GET", "dashboard/data").statusCode()).isEqualTo(404);
    }
  }

  private static ExampleServer serve(String word) throws Exception {
    return ExampleServer.start(
        ExampleOptions.parse(List.of("--port=0", "--address=127.0.0.1", word), new Properties()));
  }

  /** What the dashboard says as soon as it is that, as its figures come after the event. */
  private String dataThat(ExampleServer server, Predicate<String> told) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    String data = asks(server, "GET", "dashboard/data").body();
    while (!told.test(data) && Instant.now().isBefore(end)) {
      data = asks(server, "GET", "dashboard/data").body();
    }
    assertThat(data).matches(told, "what it was to say");
    return data;
  }

  private HttpResponse<String> asks(ExampleServer server, String method, String path)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .method(method, BodyPublishers.noBody())
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private static boolean isJson(String text) throws Exception {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      JsonToken last = parser.nextToken();
      JsonToken next = parser.nextToken();
      while (next != null) {
        last = next;
        next = parser.nextToken();
      }
      return Stream.of(JsonToken.END_OBJECT).allMatch(last::equals);
    }
  }
}
