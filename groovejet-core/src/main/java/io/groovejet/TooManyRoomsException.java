package io.groovejet;

/** No further room is opened: its maker, or the whole lobby, has as many as allowed. */
final class TooManyRoomsException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  TooManyRoomsException(long rooms) {
    super("there are " + rooms + " rooms already");
  }
}
