package io.groovejet.codec;

import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.ServerMessage.Failed;
import java.nio.charset.StandardCharsets;

/** The bodies of HTTP answers. */
public final class HttpBodies {

  private HttpBodies() {}

  /** The answer to {@code POST /rooms}. */
  public static String room(RoomCode code) {
    return "{\"code\":\"" + code.value() + "\"}";
  }

  /** An error object, as over a socket. */
  public static String error(Refusal refusal) {
    byte[] text = Encoder.encode(new Failed(refusal), null, Dialect.MESSAGE).orElseThrow();
    return new String(text, StandardCharsets.UTF_8);
  }
}
