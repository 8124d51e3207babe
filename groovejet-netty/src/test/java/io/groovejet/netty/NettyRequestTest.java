package io.groovejet.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.MountPath;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.security.Principal;
import org.junit.jupiter.api.Test;

class NettyRequestTest {

  private final EmbeddedChannel channel = new EmbeddedChannel();

  @Test
  void whoeverTheChannelIsKnownToBeFromIsThePrincipal() {
    Principal ada = () -> "ada";
    assertThat(asked("/lobby").principal()).isNull();

    channel.attr(LobbyHandler.PRINCIPAL).set(ada);

    assertThat(asked("/lobby").principal()).isSameAs(ada);
  }

  @Test
  void theQueryIsWhatStandsBehindTheFirstMark() {
    assertThat(asked("/lobby").query()).isEmpty();
    assertThat(asked("/lobby?").query()).isEmpty();
    assertThat(asked("/lobby?code=%zz?").query()).isEqualTo("code=%zz?");
    assertThat(asked("/lobby/rooms?code=a").path()).isEqualTo("/rooms");
  }

  private NettyRequest asked(String uri) {
    DefaultHttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, uri);
    return NettyRequest.at(MountPath.of("/lobby"), request, channel).orElseThrow();
  }
}
