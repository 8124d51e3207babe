package io.groovejet.examples;

import io.groovejet.Admission;
import io.groovejet.Applicant;
import io.groovejet.Arrival;
import io.groovejet.IceServers;
import io.groovejet.Lobby;
import io.groovejet.LobbyBuilder;
import io.groovejet.RoomPlan;
import io.groovejet.TurnRestServers;
import io.groovejet.Verdict;
import io.groovejet.protocol.ClientMessage.CreateRoom;
import io.groovejet.protocol.IceServer;
import io.groovejet.protocol.RoomCode;
import java.security.Principal;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A backend that knows its users, plans their matches and runs a TURN server. */
final class HaveASay {

  private HaveASay() {}

  /**
   * The lobby is for people who have logged in; who opens a room has to have paid.
   *
   * @param hasPaid looks a user up, and may take its time
   */
  static LobbyBuilder configure(
      LobbyBuilder builder, Function<String, CompletableFuture<Boolean>> hasPaid, byte[] secret) {
    Admission admission =
        new Admission() {
          @Override
          public CompletionStage<Verdict> connects(Arrival arrival) {
            Principal user = arrival.request().principal();
            return user == null
                ? Verdict.veto("notLoggedIn", "Log in first")
                : Verdict.admitAs(user.getName());
          }

          @Override
          public CompletionStage<Verdict> posts(Arrival arrival) {
            return Verdict.veto("notPaid", "Connect, and open a room with your ticket");
          }

          @Override
          public CompletionStage<Verdict> creates(Applicant applicant, CreateRoom wish) {
            return hasPaid
                .apply(Objects.requireNonNull(applicant.user()))
                .thenCompose(paid -> paid ? Verdict.admit() : Verdict.veto("notPaid", "No ticket"));
          }
        };
    IceServers turn =
        TurnRestServers.sharing(secret, Duration.ofHours(12), "turn:turn.example.com")
            .beside(IceServer.at("stun:turn.example.com"));
    return builder.admission(admission).iceServers(turn);
  }

  /** A room for two people whom the matchmaker has found; both are given its code. */
  static RoomCode match(Lobby lobby, String one, String other) {
    RoomPlan duel = RoomPlan.ofDefaults().withMaxClients(2).reservedFor(one, other);
    return lobby.supervisor().open(duel);
  }
}
