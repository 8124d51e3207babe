package io.groovejet.codec;

import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.RequestId;
import io.groovejet.protocol.ServerMessage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what the server says. */
public final class Encoder {

  private Encoder() {}

  /**
   * The message as text in UTF-8; empty when the dialect does not speak it.
   *
   * @param requestId the request it answers, null for none
   */
  public static Optional<byte[]> encode(
      ServerMessage message, @Nullable RequestId requestId, Dialect dialect) {
    MessageWriter writer = new MessageWriter(requestId, dialect);
    message.saidTo(writer);
    return Optional.ofNullable(writer.text());
  }
}
