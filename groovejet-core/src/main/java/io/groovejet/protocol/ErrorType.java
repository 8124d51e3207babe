package io.groovejet.protocol;

/** What can be wrong with a message (protocol section 9), each with a sentence for developers. */
public enum ErrorType {
  /** No room code was given. */
  MISSING_ROOM_CODE("A room code is needed"),
  /** No room has the code. */
  NO_ROOM_FOUND("No room has this code"),
  /** No host is connected. */
  HOST_DISCONNECTED("The host of this room is not connected"),
  /** URL dialect: the room has a host. */
  HOST_ALREADY_EXISTS("This room has a host already"),
  /** The text is not a message, or a field has the wrong type or range. */
  MALFORMED_MESSAGE("This is not a message of the protocol"),
  /** The type is not known, or not in this dialect. */
  UNKNOWN_MESSAGE_TYPE("This message type is not known here"),
  /** The token proves nothing. */
  INVALID_TOKEN("The client token is not valid or has expired"),
  /** The client is in a room. */
  ALREADY_IN_ROOM("This connection is in a room already"),
  /** The client is in no room. */
  NOT_IN_ROOM("This connection is in no room"),
  /** Only the host may say this. */
  NOT_HOST("Only the host of the room can do this"),
  /** Only a guest may say this. */
  NOT_GUEST("Only a guest of the room can do this"),
  /** Only the candidate may say this. */
  NOT_CANDIDATE("Only the appointed candidate can do this"),
  /** The message names another epoch than the current one. */
  STALE_EPOCH("The host has changed since: another epoch is current"),
  /** No seat is free. */
  ROOM_FULL("The room is full"),
  /** The room takes no newcomers. */
  ROOM_LOCKED("The room is locked"),
  /** The password is wrong or missing. */
  WRONG_PASSWORD("The password is wrong or missing"),
  /** The client is banned from the room. */
  BANNED("This client is banned from the room"),
  /** The room is kept for others. */
  NOT_INVITED("This room is reserved for others"),
  /** The backend that runs the lobby does not want it; it has types of its own for that. */
  VETOED("The server does not allow this"),
  /** Nobody with this id is there. */
  UNKNOWN_CLIENT("No connected member of this room has this client id"),
  /** The role cannot go there. */
  INVALID_TARGET("The role of host cannot be handed over to this client now"),
  /** The snapshot is above the limit. */
  SNAPSHOT_TOO_LARGE("The snapshot is too large"),
  /** There is no such snapshot. */
  NO_SNAPSHOT_FOUND("The room has no such snapshot"),
  /** Too much at once. */
  RATE_LIMITED("Too many messages or requests in a short time"),
  /** No further room is opened. */
  TOO_MANY_ROOMS("Too many rooms"),
  /** The server is about to stop. */
  SERVER_DRAINING("The server is about to restart"),
  /** The store does not answer. */
  STORE_UNAVAILABLE("The lobby's store is not available, try again"),
  /** A fault of the server. */
  INTERNAL_ERROR("The server failed to handle this message; nothing was changed");

  private final String sentence;

  ErrorType(String sentence) {
    this.sentence = sentence;
  }

  /** The sentence a developer reads. */
  public String sentence() {
    return sentence;
  }
}
