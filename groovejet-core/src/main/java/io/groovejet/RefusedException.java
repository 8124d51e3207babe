package io.groovejet;

import io.groovejet.protocol.Refusal;

/** What the backend asked for was refused, and nothing has changed. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  RefusedException(Refusal refusal) {
    super(refusal.sentence());
    this.refusal = refusal;
  }

  /** Why, as a client would be told. */
  public Refusal refusal() {
    return refusal;
  }
}
