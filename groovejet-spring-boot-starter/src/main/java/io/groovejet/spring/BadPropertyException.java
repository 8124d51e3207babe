package io.groovejet.spring;

/** A property has a value that no lobby can be built with. */
@SuppressWarnings("serial") // never serialized
final class BadPropertyException extends RuntimeException {

  private final String property;
  private final Object value;
  private final String reason;

  /**
   * A wrong value.
   *
   * @param reason what is wrong with it, as a sentence without its dot
   */
  BadPropertyException(String property, Object value, String reason) {
    super(property + "=" + value + ": " + reason);
    this.property = property;
    this.value = value;
    this.reason = reason;
  }

  String property() {
    return property;
  }

  Object value() {
    return value;
  }

  String reason() {
    return reason;
  }
}
