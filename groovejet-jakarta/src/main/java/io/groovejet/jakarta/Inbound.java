package io.groovejet.jakarta;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.groovejet.ClientSession;
import io.groovejet.IncomingText;
import io.groovejet.protocol.CloseReason;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;

/** What arrives on one connection, piece by piece as the container reads it. */
final class Inbound {

  // Small, as Tomcat keeps a buffer for each kind and session, of two bytes a character. One more
  // than 2 KiB: pieces exceed the usual limits, multiples of that, with their first byte.
  private static final int PIECE = 2 * 1024 + 1;

  private final ClientSession client;
  private final SessionWire wire;
  private final IncomingText message;
  private String half = ""; // of a surrogate pair that the container has cut

  private Inbound(ClientSession client, SessionWire wire) {
    this.client = client;
    this.wire = wire;
    this.message = new IncomingText(client);
  }

  /** Lets {@code client} hear what arrives on {@code session}. */
  static void listen(Session session, ClientSession client, SessionWire wire) {
    Inbound inbound = new Inbound(client, wire);
    MessageHandler.Partial<String> text = inbound::text;
    MessageHandler.Partial<ByteBuffer> binary = (piece, last) -> inbound.binary();
    MessageHandler.Whole<PongMessage> pong = any -> inbound.pong();
    try {
      session.setMaxTextMessageBufferSize(PIECE);
      session.setMaxBinaryMessageBufferSize(PIECE);
      session.addMessageHandler(String.class, text);
      session.addMessageHandler(ByteBuffer.class, binary);
      session.addMessageHandler(PongMessage.class, pong);
    } catch (IllegalStateException alreadyClosed) {
      // nothing will arrive
    }
  }

  private void text(String piece, boolean last) {
    wire.hangUpIfDropped();
    String text = half.isEmpty() ? piece : half + piece;
    int end = text.length();
    if (!last && end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    half = text.substring(end);
    client.heard();
    message.add(ByteBuffer.wrap(text.substring(0, end).getBytes(UTF_8)), last);
  }

  private void binary() {
    wire.hangUpIfDropped();
    message.reject(CloseReason.BINARY);
  }

  private void pong() {
    wire.hangUpIfDropped();
    client.heardControl();
  }
}
