package io.groovejet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code mvn package} leaves to be started anywhere. */
class RunnableJarIT {

  @ParameterizedTest
  @EnumSource(Transport.class)
  void itServesThePageAndTheLobby(Transport transport) throws Exception {
    Optional<Path> jar = jar();
    Assumptions.assumeTrue(jar.isPresent(), "not packaged yet");
    try (ServerProcess server =
        ServerProcess.startJar(
            jar.orElseThrow(), "--port=0", "--transport=" + transport.wording())) {
      String url = server.url();

      HttpRequest page = HttpRequest.newBuilder(URI.create(url)).build();
      assertThat(HttpClient.newHttpClient().send(page, BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
      new SocketClient(url, "").hears("identity");
    }
  }

  private static Optional<Path> jar() throws Exception {
    try (Stream<Path> built = Files.list(Path.of("target"))) {
      return built.filter(file -> file.toString().endsWith("-all.jar")).findFirst();
    }
  }
}
