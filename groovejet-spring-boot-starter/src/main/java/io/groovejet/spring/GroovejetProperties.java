package io.groovejet.spring;

import static io.groovejet.spring.Given.understood;

import io.groovejet.LobbyBuilder;
import io.groovejet.LobbyLog;
import io.groovejet.guard.OriginPolicy;
import io.groovejet.guard.TrustedProxies;
import io.groovejet.identity.ClientTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is set by {@code groovejet.*}; whatever is not stays as the protocol says.
 *
 * @param enabled whether there is a lobby
 * @param path where the lobby is mounted
 * @param filterOrder which filters come first: those with a lower order, as Spring Security's -100
 * @param allowedOrigins which pages may connect beside those of the same host, such as
 *     https://game.example; * for all
 * @param trustedProxies whose X-Forwarded-For counts, such as 10.0.0.0/8
 * @param urlDialect whether clients of the original server are spoken to
 * @param logEvents whether events are logged by io.groovejet.LobbyLog, the details at level DEBUG
 * @param tokenKey secret that signs client tokens, at least 32 bytes; without one, tokens end with
 *     the process
 * @param olderTokenKeys secrets that signed client tokens before
 * @param tokenValidity how long a client token proves something
 * @param admissionDeadline how long a bean Admission may take to answer
 * @param drain over which time clients are told to come back when the application stops
 * @param farewell how long the application waits for them to go before its web server stops
 * @param timers how long rooms wait for what
 * @param limits how much is taken from clients
 * @param ice which STUN and TURN servers clients are told of
 */
@ConfigurationProperties("groovejet")
record GroovejetProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("/lobby") String path,
    @DefaultValue("0") int filterOrder,
    @DefaultValue List<String> allowedOrigins,
    @DefaultValue List<String> trustedProxies,
    @DefaultValue("true") boolean urlDialect,
    @DefaultValue("false") boolean logEvents,
    @Nullable String tokenKey,
    @DefaultValue List<String> olderTokenKeys,
    @DefaultValue("24h") Duration tokenValidity,
    @DefaultValue("5s") Duration admissionDeadline,
    @DefaultValue("5s") Duration drain,
    @DefaultValue("2s") Duration farewell,
    @DefaultValue @NestedConfigurationProperty TimerProperties timers,
    @DefaultValue @NestedConfigurationProperty LimitProperties limits,
    @DefaultValue @NestedConfigurationProperty IceProperties ice) {

  private static final String ALL = "*";
  private static final String OLDER = "groovejet.older-token-keys";
  private static final String SECRET = "(a secret)"; // what is shown of one

  GroovejetProperties {
    Given.span("groovejet.drain", drain, Duration.ZERO);
    Given.span("groovejet.farewell", farewell, Duration.ZERO);
    Given.some("groovejet.admission-deadline", admissionDeadline);
    Given.some("groovejet.token-validity", tokenValidity);
    if (!path.matches("/[^\\s*?#%;{}\\\\]*")) {
      throw new BadPropertyException(
          "groovejet.path", path, "it is no path of the application, such as /lobby");
    }
  }

  /** The patterns of requests that are the lobby's. */
  String pattern() {
    return path.endsWith("/") ? path + ALL : path + "/" + ALL;
  }

  void applyTo(LobbyBuilder builder) {
    builder
        .timers(timers.timers())
        .limits(limits.limits())
        .iceServers(ice.servers())
        .urlDialect(urlDialect)
        .tokenValidity(tokenValidity)
        .origins(understood("groovejet.allowed-origins", allowedOrigins, this::origins))
        .trustedProxies(understood("groovejet.trusted-proxies", trustedProxies, this::proxies));
    if (logEvents) {
      builder.listener(LobbyLog.ofDefaults());
    }
    if (tokenKey != null) {
      byte[][] older = olderTokenKeys.stream().map(it -> key(OLDER, it)).toArray(byte[][]::new);
      builder.tokenKeys(key("groovejet.token-key", tokenKey), older);
    } else if (!olderTokenKeys.isEmpty()) {
      throw new BadPropertyException(OLDER, SECRET, "there is no groovejet.token-key beside");
    }
  }

  private OriginPolicy origins() {
    return allowedOrigins.contains(ALL)
        ? OriginPolicy.anyOrigin()
        : OriginPolicy.listed(allowedOrigins);
  }

  private TrustedProxies proxies() {
    return TrustedProxies.of(trustedProxies.toArray(String[]::new));
  }

  private static byte[] key(String property, String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < ClientTokens.MIN_KEY_BYTES) {
      throw new BadPropertyException(
          property,
          SECRET,
          "it has " + bytes.length + " bytes, at least " + ClientTokens.MIN_KEY_BYTES + " are due");
    }
    return bytes;
  }

  /** Without secrets. */
  @Override
  public String toString() {
    return "GroovejetProperties[path=" + path + "]";
  }
}
