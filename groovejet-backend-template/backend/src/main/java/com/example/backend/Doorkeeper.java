package com.example.backend;

import io.groovejet.Admission;
import io.groovejet.Applicant;
import io.groovejet.Arrival;
import io.groovejet.Verdict;
import io.groovejet.protocol.ClientMessage.CreateRoom;
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
    String query = arrival.request().query();
    String session =
        UriComponentsBuilder.newInstance()
            .query(query)
            .build()
            .getQueryParams()
            .getFirst("session");
    return players
        .in(session == null ? "" : session)
        .map(Verdict::admitAs)
        .orElseGet(() -> Verdict.veto("notLoggedIn", "Log in and connect with your session"));
  }

  @Override
  public CompletionStage<Verdict> creates(Applicant applicant, CreateRoom wish) {
    return "bob".equals(applicant.user())
        ? Verdict.veto("noTicket", "This player may join games, not open them")
        : Verdict.admit();
  }
}
