package io.groovejet;

import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.IceGrant;
import io.groovejet.protocol.IceServer;
import io.groovejet.protocol.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * TURN servers whose credentials expire, after the TURN REST convention
 * (draft-uberti-behave-turn-rest-00) that coturn follows with {@code use-auth-secret}: the user
 * name is {@code expiry:clientId}, with the expiry in seconds since 1970, and the password the
 * Base64 of its HMAC-SHA1 under the secret that lobby and TURN server share.
 *
 * <p>Threads: any, at the same time.
 */
public final class TurnRestServers implements IceServers {

  private static final String ALGORITHM = "HmacSHA1"; // what the convention says

  private final SecretKeySpec key;
  private final Duration validity;
  private final List<String> urls;
  private final List<IceServer> open;

  private TurnRestServers(
      SecretKeySpec key, Duration validity, List<String> urls, List<IceServer> open) {
    this.key = key;
    this.validity = validity;
    this.urls = urls;
    this.open = open;
  }

  /**
   * TURN servers that know {@code sharedSecret}.
   *
   * @param sharedSecret what coturn has as {@code static-auth-secret}, in UTF-8; not empty, copied
   * @param validity how long a client can open allocations with what it got; at least a second
   * @param urls such as {@code turn:turn.example.com:3478?transport=udp} (RFC 7065), at least one
   */
  public static TurnRestServers sharing(byte[] sharedSecret, Duration validity, String... urls) {
    if (sharedSecret.length == 0) {
      throw new IllegalArgumentException("the secret shared with the TURN server is empty");
    }
    if (validity.toSeconds() < 1) {
      throw new IllegalArgumentException("TURN credentials are good for a second at least");
    }
    List<String> copy = IceServer.at(urls).urls();
    return new TurnRestServers(
        new SecretKeySpec(sharedSecret, ALGORITHM), validity, copy, List.of());
  }

  /** The same with others, such as STUN servers, before them. */
  public TurnRestServers beside(IceServer... others) {
    return new TurnRestServers(key, validity, urls, List.of(others));
  }

  @Override
  public IceGrant grantedTo(ClientId client, Instant now) {
    String username = now.plus(validity).getEpochSecond() + ":" + client;
    List<IceServer> servers = new ArrayList<>(open);
    servers.add(new IceServer(urls, username, new Secret(password(username))));
    return new IceGrant(servers, validity);
  }

  private String password(String username) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] digest = mac.doFinal(username.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java has " + ALGORITHM, missing);
    }
  }
}
