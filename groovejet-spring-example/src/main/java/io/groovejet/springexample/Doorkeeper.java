package io.groovejet.springexample;

import io.groovejet.Admission;
import io.groovejet.Applicant;
import io.groovejet.Arrival;
import io.groovejet.Verdict;
import io.groovejet.protocol.ClientMessage.CreateRoom;
import java.security.Principal;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Knows players by the name they connect with; whoever gives none may join rooms, not open them.
 */
@Component
final class Doorkeeper implements Admission {

  @Override
  public CompletionStage<Verdict> connects(Arrival arrival) {
    Principal login = arrival.request().principal();
    if (login != null) {
      return Verdict.admitAs(login.getName());
    }
    String player =
        UriComponentsBuilder.newInstance()
            .query(arrival.request().query())
            .build()
            .getQueryParams()
            .getFirst("player");
    return player == null ? Verdict.admit() : Verdict.admitAs(player);
  }

  @Override
  public CompletionStage<Verdict> creates(Applicant applicant, CreateRoom wish) {
    return applicant.user() == null
        ? Verdict.veto("nameNeeded", "Only players with a name open rooms")
        : Verdict.admit();
  }
}
