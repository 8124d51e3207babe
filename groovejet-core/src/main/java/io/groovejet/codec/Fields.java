package io.groovejet.codec;

import com.fasterxml.jackson.core.JsonToken;
import io.groovejet.codec.Members.Value;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.Json;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.Secret;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The fields of a message's data, each read when its message is known. */
final class Fields {

  /** The most characters of a client's free text. */
  static final int MAX_FREE_TEXT = 64;

  /** What is left of a longer number is out of every range too, on the same side. */
  private static final int MAX_DIGITS = 64;

  private static final BigInteger MAX_INT = BigInteger.valueOf(Integer.MAX_VALUE);

  private final Members members;

  Fields(Members members) {
    this.members = members;
  }

  /** A text, null when the field is absent or holds anything else. */
  @Nullable String textIfAny(String name) {
    return members.text(name);
  }

  @Nullable String text(String name) throws MalformedException {
    Value field = find(name, JsonToken.VALUE_STRING, "a string");
    return field == null ? null : Members.unquoted(field.json());
  }

  @Nullable String freeText(String name) throws MalformedException {
    String text = text(name);
    if (text != null && text.length() > MAX_FREE_TEXT) {
      throw new MalformedException(
          Refusal.outOfBounds(
              name, "The field " + name + " has 64 characters at most", MAX_FREE_TEXT));
    }
    return text;
  }

  @Nullable Secret secret(String name) throws MalformedException {
    String text = text(name);
    return text == null ? null : new Secret(text);
  }

  /** Whether the field is there and holds null. */
  boolean isNull(String name) {
    Value field = members.find(name);
    return field != null && field.kind() == JsonToken.VALUE_NULL;
  }

  /** An id that has to be there; a text that is no id names nobody. */
  ClientId clientId(String name) throws MalformedException {
    ClientId id = clientIdIfAny(name);
    if (id == null) {
      throw missing(name);
    }
    return id;
  }

  @Nullable ClientId clientIdIfAny(String name) throws MalformedException {
    String text = text(name);
    return text == null ? null : ClientId.parse(text).orElse(ClientId.NOBODY);
  }

  @Nullable Boolean bool(String name) throws MalformedException {
    Value field = members.find(name);
    if (field == null) {
      return null;
    }
    if (field.kind() != JsonToken.VALUE_TRUE && field.kind() != JsonToken.VALUE_FALSE) {
      throw wrongType(name, "true or false");
    }
    return field.kind() == JsonToken.VALUE_TRUE;
  }

  /** A whole number within bounds. */
  @Nullable Integer integer(String name, int least, int most) throws MalformedException {
    BigInteger value = wholeNumber(name);
    if (value == null) {
      return null;
    }
    boolean fits =
        value.compareTo(BigInteger.valueOf(least)) >= 0
            && value.compareTo(BigInteger.valueOf(most)) <= 0;
    if (!fits) {
      throw wrongType(name, "a whole number from " + least + " to " + most);
    }
    return value.intValue();
  }

  /** A whole number of at least 1; what is above the integers counts as the largest. */
  @Nullable Integer count(String name) throws MalformedException {
    BigInteger value = wholeNumber(name);
    if (value != null && value.signum() <= 0) {
      throw wrongType(name, "a whole number of at least 1");
    }
    return value == null ? null : value.min(MAX_INT).intValue();
  }

  /** A number that grows, such as an epoch. */
  @Nullable Long epoch(String name) throws MalformedException {
    BigInteger value = wholeNumber(name);
    if (value != null && value.signum() < 0) {
      throw wrongType(name, "a whole number");
    }
    return value == null ? null : value.min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
  }

  /** A number that grows and has to be there. */
  long requiredEpoch(String name) throws MalformedException {
    Long epoch = epoch(name);
    if (epoch == null) {
      throw missing(name);
    }
    return epoch;
  }

  /** Any JSON value, which has to be there. */
  Json any(String name) throws MalformedException {
    Value field = members.find(name);
    if (field == null) {
      throw missing(name);
    }
    return field.json();
  }

  /** A JSON object of at most {@code limit} bytes, detached from the message. */
  @Nullable Json object(String name, int limit) throws MalformedException {
    Value field = find(name, JsonToken.START_OBJECT, "an object");
    if (field != null && field.json().size() > limit) {
      throw new MalformedException(
          Refusal.outOfBounds(
              name, "The field " + name + " has " + limit + " bytes at most", limit));
    }
    return field == null ? null : field.json().detached();
  }

  static MalformedException wrongType(String name, String expected) {
    return new MalformedException(
        Refusal.malformed(name, "The field " + name + " has to be " + expected));
  }

  static MalformedException missing(String name) {
    return new MalformedException(Refusal.malformed(name, "The field " + name + " is missing"));
  }

  private @Nullable BigInteger wholeNumber(String name) throws MalformedException {
    Value field = find(name, JsonToken.VALUE_NUMBER_INT, "a whole number");
    if (field == null) {
      return null;
    }
    String digits = field.json().text();
    return new BigInteger(digits.substring(0, Math.min(digits.length(), MAX_DIGITS)));
  }

  private @Nullable Value find(String name, JsonToken kind, String expected)
      throws MalformedException {
    Value field = members.find(name);
    if (field != null && field.kind() != kind) {
      throw wrongType(name, expected);
    }
    return field;
  }
}
