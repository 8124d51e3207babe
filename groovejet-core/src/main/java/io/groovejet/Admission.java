package io.groovejet;

import io.groovejet.protocol.ClientMessage.CreateRoom;
import io.groovejet.protocol.ClientMessage.JoinRoom;
import io.groovejet.protocol.RoomCode;
import java.util.concurrent.CompletionStage;

/**
 * The backend's say in who connects, opens rooms, joins them and becomes host. It is asked after
 * the protocol's cheap checks and before anything changes. A veto is an error of the backend's own
 * type; nothing has happened then.
 *
 * <p>Threads: any, often a transport's, several at once; so a hook returns soon. What takes time is
 * answered later, from any thread, within the {@linkplain LobbyBuilder#admission deadline}: until
 * then the client's further messages wait. A hook that throws, fails or takes too long admits
 * nobody: the client hears {@code internalError}.
 */
public interface Admission {

  /**
   * Somebody wants to connect. A veto is told over the open socket, since no page ever sees the
   * answer to an upgrade, and the connection is closed with 1008.
   */
  default CompletionStage<Verdict> connects(Arrival arrival) {
    return Verdict.admit();
  }

  /**
   * Somebody wants a room by {@code POST /rooms}; the request waits for the answer. Unless it says
   * otherwise, whoever may connect may post.
   */
  default CompletionStage<Verdict> posts(Arrival arrival) {
    return connects(arrival);
  }

  /** A client wants to open a room. */
  default CompletionStage<Verdict> creates(Applicant applicant, CreateRoom wish) {
    return Verdict.admit();
  }

  /**
   * A client wants to join a room, or to come back to it; whether there is such a room, and a free
   * seat in it, is not known yet.
   *
   * @param wish what it says of itself; a URL client says nothing but the code
   */
  default CompletionStage<Verdict> joins(Applicant applicant, RoomCode room, JoinRoom wish) {
    return Verdict.admit();
  }

  /**
   * A client that was asked is ready to become host, or a URL client wants to be host. If it may
   * not, a candidate is passed over as if it had declined.
   */
  default CompletionStage<Verdict> hosts(Applicant applicant, RoomCode room) {
    return Verdict.admit();
  }
}
