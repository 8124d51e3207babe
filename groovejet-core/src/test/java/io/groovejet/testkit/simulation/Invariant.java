package io.groovejet.testkit.simulation;

import org.jspecify.annotations.Nullable;

/** What holds in every simulated world after every step (protocol section 10). */
public enum Invariant {
  ONE_HOST(1, "At most one host per room and epoch, ever"),
  NUMBERS_GROW(2, "Epochs and the numbers of appointments only grow"),
  SILENCE(
      3, "Nothing is sent to a connection after it was closed, nor of a room after it was left"),
  NO_STRANGERS(
      4, "Members are told of members: each joins before it leaves, and leaves at most once"),
  MEMBERS_ONLY(5, "Events of a room reach its members only"),
  SEATS_BOUNDED(6, "Seats never exceed maxClients"),
  ONE_REPLY(
      7, "Every request ends in exactly one reply, one error, or the close of the connection"),
  RIGHT_SIDE(8, "Offers reach the host, answers a guest, in the current epoch, from members"),
  NOTHING_LEFT(9, "When everybody has left and every grace is over, the lobby holds nothing"),
  IDENTITY_FIRST(10, "The identity is the first message of every connection"),
  ERRORS_CHANGE_NOTHING(11, "What is refused leaves every room and every snapshot as it was"),
  BELIEFS_ADD_UP(12, "What a member was told adds up to the room as it is"),
  SAME_ROOM(13, "The lobby and a client agree whether it is in a room"),
  CANDIDATE_KNOWN(
      14, "Whoever was asked to become host is the room's candidate until it hears more"),
  ASKED_ONCE(15, "Nobody is asked twice in one vacancy"),
  APPOINTMENTS_END(16, "Every becomeHost ends, at the latest when its time is over"),
  DEADLINES_KEPT(17, "Deadlines are kept, and every held seat of a room with a host has one"),
  NO_GHOSTS(18, "Every connected seat has an open connection that speaks for it alone"),
  SNAPSHOTS_KEPT(19, "Versions only grow, and what was acknowledged is there, byte for byte"),
  IN_ORDER(20, "Signals arrive in the order they were sent, once, in the room they were sent in"),
  SIGNALS_ARRIVE(21, "An offer that was not refused is with the host, if that is reachable"),
  OLD_CONNECTIONS(22, "Nothing an old connection says or suffers changes or tells anything"),
  PROOF_OPENS(23, "Whoever proves that a seat is held for it is let in, and is who it was"),
  FENCED(24, "What names another epoch than the current one is refused"),
  NOTHING_THROWN(25, "No call of a lobby throws"),
  HEARSAY_ADDS_UP(26, "What a listener was told adds up to the rooms as they are"),
  TOKENS_KEPT(27, "No token is told to anybody but the client it proves to be"),
  BANNED_OUT(28, "Who is banned from a room has no seat there"),
  LISTED(29, "A list shows all rooms that are public, open and hosted, and no other");

  private final int number;
  private final String sentence;

  Invariant(int number, String sentence) {
    this.number = number;
    this.sentence = sentence;
  }

  void check(boolean holds, String otherwise) {
    if (!holds) {
      throw broken(otherwise);
    }
  }

  Broken broken(String how) {
    return broken(how, null);
  }

  Broken broken(String how, @Nullable Throwable cause) {
    return new Broken(this, "(" + number + ") " + sentence + ": " + how, cause);
  }

  /** An invariant does not hold. */
  static final class Broken extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final Invariant invariant;

    private Broken(Invariant invariant, String message, @Nullable Throwable cause) {
      super(message, cause);
      this.invariant = invariant;
    }

    Invariant invariant() {
      return invariant;
    }
  }
}
