package io.groovejet.jakarta;

import io.groovejet.HttpRequest;
import java.util.List;
import java.util.Locale;

/**
 * An upgrade request of which only the offered subprotocols are known, to ask the lobby which one
 * it would choose.
 *
 * @param offered the subprotocols
 */
record OfferedSubprotocols(List<String> offered) implements HttpRequest {

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return "";
  }

  @Override
  public String query() {
    return "";
  }

  @Override
  public List<String> headers(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "sec-websocket-protocol" -> offered;
      case "sec-websocket-version" -> List.of("13");
      default -> HttpTwo.standIn(name, "");
    };
  }

  @Override
  public String remoteAddress() {
    return "";
  }
}
