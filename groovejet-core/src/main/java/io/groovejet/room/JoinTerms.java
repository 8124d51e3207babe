package io.groovejet.room;

import io.groovejet.protocol.Json;
import io.groovejet.protocol.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of itself when it joins; absent terms keep what a held seat has.
 *
 * @param canHost whether it can take the role of host, false for newcomers who do not say
 * @param hostPriority how much it is wanted as host, 0 for newcomers who do not say
 * @param password digest of the password it gave, null for none
 * @param profile a JSON object, null for none
 */
public record JoinTerms(
    @Nullable Boolean canHost,
    @Nullable Integer hostPriority,
    @Nullable Secret password,
    @Nullable Json profile) {

  /** Says nothing. */
  public static final JoinTerms NONE = new JoinTerms(null, null, null, null);

  /** Whether the client says in so many words that it can host. */
  boolean offersToHost() {
    return Boolean.TRUE.equals(canHost);
  }
}
