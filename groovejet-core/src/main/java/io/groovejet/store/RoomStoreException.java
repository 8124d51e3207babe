package io.groovejet.store;

/** A store did not answer. */
public final class RoomStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Says what failed.
   *
   * @param message a sentence without final dot
   */
  public RoomStoreException(String message) {
    super(message);
  }

  /**
   * Says what failed.
   *
   * @param message a sentence without final dot
   * @param cause what the store's own library threw
   */
  public RoomStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
