package io.groovejet.codec;

import com.fasterxml.jackson.core.JsonToken;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * One text as a message without its meaning: its type, its request id, and the fields of its data.
 *
 * @param type null when the text has none
 * @param requestId null when the text has none that fits
 * @param flaw the first thing that is wrong, if the text is an object
 */
record Envelope(
    @Nullable String type, @Nullable RequestId requestId, @Nullable Refusal flaw, Fields data) {

  /**
   * Reads a text.
   *
   * @param text valid UTF-8
   * @throws MalformedException if it is no JSON object that is whole, unambiguous and flat enough
   */
  static Envelope of(byte[] text) throws MalformedException {
    JsonScan scan = JsonScan.of(text);
    Members message = scan.message();
    String type = message.text("type");
    String id = message.text("requestId");
    RequestId requestId = id != null && RequestId.fits(id) ? new RequestId(id) : null;
    Refusal flaw = flaw(message, type, requestId);
    return new Envelope(type, requestId, flaw, new Fields(scan.data()));
  }

  private static @Nullable Refusal flaw(
      Members message, @Nullable String type, @Nullable RequestId requestId) {
    if (type == null) {
      return Refusal.malformed("type", "A message has a type, which is a string");
    }
    if (requestId == null && message.find("requestId") != null) {
      return Refusal.outOfBounds(
          "requestId", "A requestId is a string of 1 to 64 characters", RequestId.MAX_LENGTH);
    }
    Members.Value data = message.find("data");
    boolean odd =
        data != null
            && data.kind() != JsonToken.START_OBJECT
            && data.kind() != JsonToken.VALUE_NULL;
    return odd ? Refusal.malformed("data", "The data of a message is an object") : null;
  }
}
