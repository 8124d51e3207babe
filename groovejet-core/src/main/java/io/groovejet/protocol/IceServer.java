package io.groovejet.protocol;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code RTCConfiguration.iceServers} (W3C WebRTC section 4.2.4).
 *
 * @param urls STUN and TURN addresses (RFC 7064, RFC 7065), at least one
 * @param username for TURN, null for none
 * @param credential the password to it, null for none
 */
public record IceServer(List<String> urls, @Nullable String username, @Nullable Secret credential) {

  private static final Pattern URL = Pattern.compile("(stuns?|turns?):[^/\\s]\\S*");

  /** Copies the list. */
  public IceServer {
    urls = List.copyOf(urls);
    if (urls.isEmpty()) {
      throw new IllegalArgumentException("an ICE server has at least one URL");
    }
    for (String url : urls) {
      if (!URL.matcher(url).matches()) {
        throw new IllegalArgumentException(
            "not an ICE server's URL, such as stun:stun.example.com: " + url);
      }
    }
  }

  /** Servers that ask for no credentials, such as STUN servers. */
  public static IceServer at(String... urls) {
    return new IceServer(List.of(urls), null, null);
  }
}
