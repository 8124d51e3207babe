package io.groovejet.springexample;

import io.groovejet.Admission;
import io.groovejet.Applicant;
import io.groovejet.Arrival;
import io.groovejet.Verdict;
import io.groovejet.protocol.ClientMessage.CreateRoom;
import java.security.Principal;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Knows players by the name they connect with; whoever gives none may join rooms, not open them.
 */
@Component
final class Doorkeeper implements Admission {

  @Override
  public CompletionStage<Verdict> connects(Arrival arrival) {
    String name = name(arrival);
    return name == null ? Verdict.admit() : Verdict.admitAs(name);
  }

  @Override
  public CompletionStage<Verdict> posts(Arrival arrival) {
    return toOpeners(name(arrival));
  }

  @Override
  public CompletionStage<Verdict> creates(Applicant applicant, CreateRoom wish) {
    return toOpeners(applicant.user());
  }

  private static CompletionStage<Verdict> toOpeners(@Nullable String name) {
    return name == null
        ? Verdict.veto("nameNeeded", "Only players with a name open rooms")
        : Verdict.admit();
  }

  private static @Nullable String name(Arrival arrival) {
    Principal login = arrival.request().principal();
    return login != null
        ? login.getName()
        : UriComponentsBuilder.newInstance()
            .query(arrival.request().query())
            .build()
            .getQueryParams()
            .getFirst("player");
  }
}
