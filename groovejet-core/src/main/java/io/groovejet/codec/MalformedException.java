package io.groovejet.codec;

import io.groovejet.protocol.Refusal;

/** A text is no message: carries why. Stays within the codec's callers; costs no stack trace. */
final class MalformedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  MalformedException(Refusal refusal) {
    super(refusal.sentence(), null, false, false);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
