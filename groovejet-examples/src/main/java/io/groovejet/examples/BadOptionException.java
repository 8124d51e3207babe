package io.groovejet.examples;

/** An option that is unknown or has a value it cannot have; the message is for whoever typed it. */
final class BadOptionException extends Exception {

  private static final long serialVersionUID = 1;

  BadOptionException(String message) {
    super(message.replaceAll("\\s+", " "));
  }
}
