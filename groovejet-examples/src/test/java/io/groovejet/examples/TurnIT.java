package io.groovejet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.groovejet.Lobby;
import io.groovejet.TurnRestServers;
import io.groovejet.undertow.LobbyHandler;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.util.Headers;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The lobby's credentials at a real TURN server, used by a real browser. */
class TurnIT {

  private static final String SECRET = "north";

  private static final HttpHandler EMPTY_PAGE =
      exchange -> {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/html");
        exchange.getResponseSender().send("<!doctype html><title>TURN</title>");
      };

  /** Two peers of one page that may use nothing but the relay. */
  private static final String TALK =
      """
      async () => {
        const { Lobby } = await import('/lobby/client/groovejet.js');
        const lobby = await Lobby.connect('/lobby');
        const room = await lobby.createRoom();
        const socket = new WebSocket('/lobby', 'groovejet.v2');
        const heard = (type) => new Promise((resolve) => socket.addEventListener('message',
          ({ data }) => JSON.parse(data).type === type && resolve(JSON.parse(data).data)));
        await heard('identity');
        socket.send(JSON.stringify({ type: 'joinRoom', data: { roomCode: room.code } }));
        const { iceServers } = await heard('roomJoined');
        const peers = [0, 1].map(() => new RTCPeerConnection({ iceServers, iceTransportPolicy: 'relay' }));
        const found = [];
        const errors = [];
        peers.forEach((peer, i) => {
          peer.onicecandidate = ({ candidate }) => {
            if (candidate) found.push(candidate.type);
            peers[1 - i].addIceCandidate(candidate ?? undefined);
          };
          peer.onicecandidateerror = ({ errorCode }) => errors.push(errorCode);
        });
        const channel = peers[0].createDataChannel('talk');
        const said = new Promise((resolve) => {
          peers[1].ondatachannel = ({ channel }) => (channel.onmessage = ({ data }) => resolve(data));
          channel.onopen = () => channel.send('by the relay');
        });
        await peers[0].setLocalDescription();
        await peers[1].setRemoteDescription(peers[0].localDescription);
        await peers[1].setLocalDescription();
        await peers[0].setRemoteDescription(peers[1].localDescription);
        const failed = new Promise((resolve) => {
          const look = () => peers[0].iceGatheringState === 'complete' && !found.length && resolve(null);
          peers[0].onicegatheringstatechange = look;
          look();
        });
        const message = await Promise.race([said, failed]);
        peers.forEach((peer) => peer.close());
        socket.close();
        lobby.close();
        return { message, found: [...new Set(found)].join(), errors: [...new Set(errors)].join() };
      }
      """;

  @RegisterExtension private final Players players = new Players();
  @TempDir private Path folder;

  @Test
  void twoPeersTalkByTheRelayAlone() throws Exception {
    try (Coturn coturn = Coturn.start(folder, SECRET);
        Lobby lobby = lobby(coturn, SECRET)) {
      assertThat(talked(lobby)).isEqualTo("{message=by the relay, found=relay, errors=}");
    }
  }

  @Test
  void whoDoesNotKnowTheSecretIsNotRelayed() throws Exception {
    try (Coturn coturn = Coturn.start(folder, "another secret");
        Lobby lobby = lobby(coturn, SECRET)) {
      assertThat(talked(lobby)).isEqualTo("{message=null, found=, errors=401}");
    }
  }

  @Test
  void credentialsThatHaveExpiredAreRefused() throws Exception {
    try (Coturn coturn = Coturn.start(folder, SECRET);
        Lobby lobby =
            Lobby.builder()
                .iceServers(
                    (client, now) ->
                        servers(coturn, SECRET).grantedTo(client, now.minus(Duration.ofDays(1))))
                .build()) {
      assertThat(talked(lobby)).isEqualTo("{message=null, found=, errors=401}");
    }
  }

  private String talked(Lobby lobby) {
    Undertow server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setHandler(Handlers.path(EMPTY_PAGE).addPrefixPath("/lobby", LobbyHandler.of(lobby)))
            .build();
    server.start();
    try {
      InetSocketAddress here = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
      Page page = players.next().newPage();
      page.navigate("http://127.0.0.1:" + here.getPort() + "/");
      return String.valueOf(page.evaluate(TALK));
    } finally {
      server.stop();
    }
  }

  private static Lobby lobby(Coturn coturn, String secret) {
    return Lobby.builder().iceServers(servers(coturn, secret)).build();
  }

  private static TurnRestServers servers(Coturn coturn, String secret) {
    return TurnRestServers.sharing(
        secret.getBytes(StandardCharsets.UTF_8), Duration.ofHours(1), coturn.url());
  }
}
