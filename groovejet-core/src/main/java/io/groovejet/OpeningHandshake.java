package io.groovejet;

import io.groovejet.protocol.Address;
import io.groovejet.protocol.Dialect;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * An opening handshake (RFC 6455 section 4.2) that the lobby accepts: what {@link Lobby#handshake}
 * found in the upgrade request, to be given back with {@link Lobby#connect}.
 *
 * @param dialect the dialect this connection will speak
 * @param subprotocol the subprotocol to answer with, null for none
 * @param urlCode URL dialect: the one non-empty {@code code} of the query, else null
 * @param urlHost URL dialect: whether the query asks for the host's seat
 * @param address what is counted for limits
 * @param admission what the backend says to it, now or later
 */
public record OpeningHandshake(
    Dialect dialect,
    @Nullable String subprotocol,
    @Nullable String urlCode,
    boolean urlHost,
    Address address,
    CompletionStage<Verdict> admission) {

  /** A handshake that the backend has nothing to say to. */
  public OpeningHandshake(
      Dialect dialect,
      @Nullable String subprotocol,
      @Nullable String urlCode,
      boolean urlHost,
      Address address) {
    this(dialect, subprotocol, urlCode, urlHost, address, Verdict.admit());
  }

  /** A handshake in the message dialect from nowhere known, for tests. */
  public static OpeningHandshake messageDialect() {
    return new OpeningHandshake(Dialect.MESSAGE, null, null, false, Address.UNKNOWN);
  }

  /** A handshake in the URL dialect from nowhere known, for tests; null for no code. */
  public static OpeningHandshake urlDialect(@Nullable String code, boolean asHost) {
    return new OpeningHandshake(Dialect.URL, null, code, asHost, Address.UNKNOWN);
  }
}
