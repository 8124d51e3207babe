package io.groovejet.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * A server to be spoken to.
 *
 * @param endpoint its WebSocket, such as {@code ws://127.0.0.1:3000/}
 */
record Target(URI endpoint, Dialect dialect) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Where the player at that seat connects; seat 0 is the host's. */
  URI door(String room, int seat) {
    return switch (dialect) {
      case MESSAGES -> endpoint;
      case ORIGINAL -> URI.create(endpoint + (seat == 0 ? "?host=true&code=" : "?code=") + room);
      case BARE -> URI.create(endpoint + "?room=" + room + "&seat=" + Texts.seatNumber(seat));
    };
  }

  /** The name of a new room as far as it is known before its host connects. */
  String newRoom(int number) {
    return switch (dialect) {
      case MESSAGES -> "";
      case ORIGINAL -> post();
      case BARE -> String.valueOf(number);
    };
  }

  private String post() {
    URI rooms = URI.create(endpoint.toString().replaceFirst("ws", "http") + "rooms");
    HttpRequest request = HttpRequest.newBuilder(rooms).POST(BodyPublishers.noBody()).build();
    try {
      String body = HTTP.send(request, BodyHandlers.ofString()).body();
      return body.replaceAll(".*\"code\":\"([^\"]+)\".*", "$1");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
