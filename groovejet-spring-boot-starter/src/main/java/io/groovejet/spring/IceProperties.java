package io.groovejet.spring;

import static io.groovejet.spring.Given.understood;

import io.groovejet.IceServers;
import io.groovejet.TurnRestServers;
import io.groovejet.protocol.IceServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which STUN and TURN servers clients are told of, unless there is a bean IceServers.
 *
 * @param stun STUN servers, such as stun:stun.example.com:3478
 * @param turn TURN servers that share turn-secret, such as turn:turn.example.com:3478
 * @param turnSecret what coturn has as static-auth-secret
 * @param turnValidity how long a client can use the credentials it gets
 */
record IceProperties(
    @DefaultValue List<String> stun,
    @DefaultValue List<String> turn,
    @Nullable String turnSecret,
    @DefaultValue("1h") Duration turnValidity) {

  private static final String HERE = "groovejet.ice.";

  IceServers servers() {
    IceServer[] open = understood(HERE + "stun", stun, () -> each(stun));
    return turn.isEmpty() ? IceServers.of(open) : turnServers().beside(open);
  }

  private TurnRestServers turnServers() {
    String secret = turnSecret;
    if (secret == null || secret.isEmpty()) {
      throw new BadPropertyException(
          HERE + "turn", turn, "it needs groovejet.ice.turn-secret, which these servers know too");
    }
    byte[] key = secret.getBytes(StandardCharsets.UTF_8);
    var unused = understood(HERE + "turn", turn, () -> each(turn));
    return understood(
        HERE + "turn-validity",
        turnValidity,
        () -> TurnRestServers.sharing(key, turnValidity, turn.toArray(String[]::new)));
  }

  private static IceServer[] each(List<String> urls) {
    return urls.stream().map(IceServer::at).toArray(IceServer[]::new);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "IceProperties[stun=" + stun + ", turn=" + turn + "]";
  }
}
