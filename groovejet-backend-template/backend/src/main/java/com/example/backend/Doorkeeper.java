package com.example.backend;

import io.groovejet.Admission;
import io.groovejet.Applicant;
import io.groovejet.Arrival;
import io.groovejet.Verdict;
import io.groovejet.protocol.ClientMessage.CreateRoom;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Lets players in who are logged in, and lets everybody but Bob open rooms. */
@Component
public class Doorkeeper implements Admission {

  private final Players players;

  public Doorkeeper(Players players) {
    this.players = players;
  }

  @Override
  public CompletionStage<Verdict> connects(Arrival arrival) {
    return player(arrival).map(Verdict::admitAs).orElseGet(Doorkeeper::toStrangers);
  }

  @Override
  public CompletionStage<Verdict> posts(Arrival arrival) {
    return player(arrival).map(Doorkeeper::toOpeners).orElseGet(Doorkeeper::toStrangers);
  }

  @Override
  public CompletionStage<Verdict> creates(Applicant applicant, CreateRoom wish) {
    return toOpeners(applicant.user());
  }

  private Optional<String> player(Arrival arrival) {
    String query = arrival.request().query();
    String session =
        UriComponentsBuilder.newInstance()
            .query(query)
            .build()
            .getQueryParams()
            .getFirst("session");
    return players.in(session == null ? "" : session);
  }

  private static CompletionStage<Verdict> toOpeners(String player) {
    return "bob".equals(player)
        ? Verdict.veto("noTicket", "This player may join games, not open them")
        : Verdict.admit();
  }

  private static CompletionStage<Verdict> toStrangers() {
    return Verdict.veto("notLoggedIn", "Log in and connect with your session");
  }
}
