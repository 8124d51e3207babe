package io.groovejet.codec;

import io.groovejet.protocol.Ban;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.ClientMessage;
import io.groovejet.protocol.ClientMessage.AppMessage;
import io.groovejet.protocol.ClientMessage.CloseRoom;
import io.groovejet.protocol.ClientMessage.CreateRoom;
import io.groovejet.protocol.ClientMessage.GetIceServers;
import io.groovejet.protocol.ClientMessage.GuestOffer;
import io.groovejet.protocol.ClientMessage.HostAnswer;
import io.groovejet.protocol.ClientMessage.HostDeclined;
import io.groovejet.protocol.ClientMessage.HostReady;
import io.groovejet.protocol.ClientMessage.IceCandidate;
import io.groovejet.protocol.ClientMessage.JoinRoom;
import io.groovejet.protocol.ClientMessage.LeaveRoom;
import io.groovejet.protocol.ClientMessage.LinkState;
import io.groovejet.protocol.ClientMessage.ListRooms;
import io.groovejet.protocol.ClientMessage.LoadSnapshot;
import io.groovejet.protocol.ClientMessage.RemoveClient;
import io.groovejet.protocol.ClientMessage.RequestOffer;
import io.groovejet.protocol.ClientMessage.ResumeIdentity;
import io.groovejet.protocol.ClientMessage.SaveSnapshot;
import io.groovejet.protocol.ClientMessage.TransferHost;
import io.groovejet.protocol.ClientMessage.UpdateClient;
import io.groovejet.protocol.ClientMessage.UpdateRoom;
import io.groovejet.protocol.ClientView;
import io.groovejet.protocol.HostMigration;
import io.groovejet.protocol.IceGrant;
import io.groovejet.protocol.IceServer;
import io.groovejet.protocol.IdentityLimits;
import io.groovejet.protocol.Json;
import io.groovejet.protocol.LeaveReason;
import io.groovejet.protocol.ListedRoom;
import io.groovejet.protocol.MigrationFailure;
import io.groovejet.protocol.MigrationReason;
import io.groovejet.protocol.MigrationView;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.Removal;
import io.groovejet.protocol.RequestId;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.RoomEnd;
import io.groovejet.protocol.RoomView;
import io.groovejet.protocol.Secret;
import io.groovejet.protocol.ServerMessage;
import io.groovejet.protocol.ServerMessage.AppMessageHeard;
import io.groovejet.protocol.ServerMessage.BecomeHost;
import io.groovejet.protocol.ServerMessage.ClientDisconnected;
import io.groovejet.protocol.ServerMessage.ClientJoined;
import io.groovejet.protocol.ServerMessage.ClientLeft;
import io.groovejet.protocol.ServerMessage.ClientReconnected;
import io.groovejet.protocol.ServerMessage.ClientUpdated;
import io.groovejet.protocol.ServerMessage.Failed;
import io.groovejet.protocol.ServerMessage.GuestOfferSignal;
import io.groovejet.protocol.ServerMessage.HostAnswerSignal;
import io.groovejet.protocol.ServerMessage.HostConnectionLost;
import io.groovejet.protocol.ServerMessage.HostMigrated;
import io.groovejet.protocol.ServerMessage.HostMigrationFailed;
import io.groovejet.protocol.ServerMessage.HostMigrationStarted;
import io.groovejet.protocol.ServerMessage.HostRejoined;
import io.groovejet.protocol.ServerMessage.IceCandidateSignal;
import io.groovejet.protocol.ServerMessage.IceServersGranted;
import io.groovejet.protocol.ServerMessage.Identity;
import io.groovejet.protocol.ServerMessage.OfferRequested;
import io.groovejet.protocol.ServerMessage.RemovedFromRoom;
import io.groovejet.protocol.ServerMessage.RoomClosed;
import io.groovejet.protocol.ServerMessage.RoomCreated;
import io.groovejet.protocol.ServerMessage.RoomJoined;
import io.groovejet.protocol.ServerMessage.RoomLeft;
import io.groovejet.protocol.ServerMessage.RoomList;
import io.groovejet.protocol.ServerMessage.RoomUpdated;
import io.groovejet.protocol.ServerMessage.ServerDraining;
import io.groovejet.protocol.ServerMessage.SnapshotLoaded;
import io.groovejet.protocol.ServerMessage.SnapshotSaved;
import io.groovejet.protocol.SnapshotView;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;

/** What the examples of the published protocol mean. */
final class GoldenMessages {

  private static final ClientId ADA =
      new ClientId(UUID.fromString("6f1c1a2e-8a3b-4c5d-9e0f-0123456789ab"));
  private static final ClientId BOB =
      new ClientId(UUID.fromString("0b9d7c54-1f2e-4a6b-8c3d-fedcba987654"));
  private static final Secret TOKEN =
      new Secret("AW8cGi6KO0xdng8BI0VniasAAADlPfOzgLx2mQ0u7rVQ5cJtYwB1nE8hKs3fTzA9oXiGdP4RlMe6");
  private static final Secret PASSWORD = new Secret("open sesame");
  private static final RoomCode CODE = new RoomCode("bcdfg");
  private static final String REASON = "the data channel has closed";

  private static final Json METADATA = json("{'game':'asteroids','map':'belt'}");
  private static final Json BOBS_PROFILE = json("{'name':'Bob'}");
  private static final Json BOBS_NEW_PROFILE = json("{'name':'Bob','level':7}");
  private static final Json STATE = json("{'tick':1200,'ships':[[3.5,-1.25],[0,7]]}");
  private static final Json OFFER =
      json("{'type':'offer','sdp':'v=0\\r\\no=- 46117 2 IN IP4 127.0.0.1\\r\\n'}");
  private static final Json ANSWER =
      json("{'type':'answer','sdp':'v=0\\r\\no=- 46118 2 IN IP4 127.0.0.1\\r\\n'}");
  private static final Json CANDIDATE =
      json(
          "{'candidate':'candidate:1 1 udp 2122260223 192.0.2.1 50000 typ host',"
              + "'sdpMid':'0','sdpMLineIndex':0}");

  private static final String RUDE = "rude words";
  private static final String CURSOR = "1795435200.123456789.bcdfg";
  private static final IceGrant ICE =
      new IceGrant(
          List.of(
              IceServer.at("stun:stun.example.com"),
              new IceServer(
                  List.of("turn:turn.example.com?transport=udp", "turns:turn.example.com"),
                  "1795478400:" + ADA,
                  new Secret("XPo8RtZ5Rg4CFVQ0tcL0Yg0yTNE="))),
          Duration.ofHours(12));

  private static final ClientView BOB_JOINED = new ClientView(BOB, false, true, true, BOBS_PROFILE);
  private static final ClientView BOB_PLAIN = new ClientView(BOB, false, true, true, null);
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final Duration AGE = Duration.ofMillis(2500);

  private GoldenMessages() {}

  static Stream<Arguments> fromClients() {
    return Stream.of(
        said("resumeIdentity", new ResumeIdentity(TOKEN), "1"),
        said(
            "createRoom",
            new CreateRoom(
                4, HostMigration.AUTOMATIC, false, PASSWORD, METADATA, json("{'name':'Ada'}"), 10),
            "2"),
        said("joinRoom", new JoinRoom(CODE, TOKEN, true, 0, PASSWORD, BOBS_PROFILE), "3"),
        said("leaveRoom", new LeaveRoom(), "4"),
        said("guestOfferSignal", new GuestOffer(OFFER, 1L), null),
        said("hostAnswerSignal", new HostAnswer(ANSWER, BOB, null), null),
        said("iceCandidate", new IceCandidate(CANDIDATE, BOB, 1L), null),
        said("requestOffer", new RequestOffer(BOB, REASON, null), null),
        said("updateClient", new UpdateClient(true, 5, BOBS_NEW_PROFILE), "5"),
        said("linkState", new LinkState(false, 1), null),
        said("hostReady", new HostReady(2), "6"),
        said("hostDeclined", new HostDeclined(2), "7"),
        said("transferHost", new TransferHost(BOB, null), "8"),
        said("saveSnapshot", new SaveSnapshot(STATE, "wave 3", 1L), "9"),
        said("loadSnapshot", new LoadSnapshot(4L), "10"),
        said("updateRoom", new UpdateRoom(true, false, 6, null, true, METADATA, 1L), "12"),
        said("removeClient", new RemoveClient(BOB, Ban.IDENTITY, RUDE, null), "13"),
        said("closeRoom", new CloseRoom("the match is over", null), "14"),
        said("listRooms", new ListRooms(json("{'game':'asteroids'}"), 20, CURSOR), "15"),
        said("getIceServers", new GetIceServers(), "16"),
        said("appMessage", new AppMessage(json("{'ready':true}")), null));
  }

  static Stream<Arguments> fromServer() {
    return Stream.concat(aboutRooms(), aboutHosts());
  }

  private static Stream<Arguments> aboutRooms() {
    IdentityLimits limits = new IdentityLimits(65536, 262144, 50, 200);
    return Stream.of(
        heard("identity", new Identity(ADA, TOKEN, false, limits), null),
        heard("roomCreated", new RoomCreated(room(METADATA), 1, ICE), "2"),
        heard("roomJoined", roomJoined(), "3"),
        heard("guestOfferSignal", new GuestOfferSignal(OFFER, BOB, 1), null),
        heard("hostAnswerSignal", new HostAnswerSignal(ANSWER, 1), null),
        heard("iceCandidate", new IceCandidateSignal(json("null"), BOB, 1), null),
        heard("requestOffer", new OfferRequested(REASON), null),
        heard("clientJoined", new ClientJoined(BOB_JOINED), null),
        heard(
            "clientUpdated",
            new ClientUpdated(new ClientView(BOB, false, true, true, BOBS_NEW_PROFILE)),
            "5"),
        heard("clientDisconnected", new ClientDisconnected(BOB, Duration.ofSeconds(30)), null),
        heard("clientReconnected", new ClientReconnected(BOB), null),
        heard("clientLeft", new ClientLeft(BOB, LeaveReason.REMOVED, RUDE), "13"),
        heard(
            "roomUpdated",
            new RoomUpdated(
                new RoomView(CODE, true, false, false, 6, HostMigration.AUTOMATIC, METADATA)),
            "12"),
        heard("removedFromRoom", new RemovedFromRoom(CODE, Removal.BANNED, RUDE), null),
        heard("roomList", new RoomList(List.of(new ListedRoom(room(METADATA), 2)), CURSOR), "15"),
        heard("iceServers", new IceServersGranted(ICE), "16"),
        heard("appMessage", new AppMessageHeard(json("{'round':2,'startsInMillis':5000}")), null),
        heard("roomLeft", new RoomLeft(CODE), "4"),
        heard("roomClosed", new RoomClosed(CODE, RoomEnd.HOST_TIMEOUT), null),
        heard("serverDraining", new ServerDraining(Duration.ofMillis(1500)), null),
        heard(
            "error",
            new Failed(
                Refusal.outOfBounds("reason", "The field reason has 64 characters at most", 64)),
            "11"));
  }

  private static Stream<Arguments> aboutHosts() {
    MigrationReason lost = MigrationReason.HOST_LOST;
    SnapshotView labelled = new SnapshotView(4, 1, AGE, STATE.size(), "wave 3");
    return Stream.of(
        heard("hostConnectionLost", new HostConnectionLost(ADA, 1, Duration.ofSeconds(8)), null),
        heard("hostRejoined", new HostRejoined(ADA, 1), null),
        heard("hostMigrationStarted", new HostMigrationStarted(BOB, 2, TEN_SECONDS, lost), null),
        heard("becomeHost", becomeHost(), null),
        heard("hostMigrated", new HostMigrated(BOB, ADA, 2, lost), "6"),
        heard(
            "hostMigrationFailed",
            new HostMigrationFailed(MigrationFailure.VACANT, 2L, Duration.ofMinutes(10)),
            null),
        heard("snapshotSaved", new SnapshotSaved(4, 1, STATE.size()), "9"),
        heard("snapshotLoaded", new SnapshotLoaded(labelled, STATE), "10"));
  }

  private static RoomJoined roomJoined() {
    return new RoomJoined(
        false,
        true,
        ADA,
        false,
        1,
        List.of(new ClientView(ADA, true, false, true, json("{'name':'Ada'}")), BOB_PLAIN),
        room(null),
        new SnapshotView(4, 1, AGE, STATE.size(), "wave 3"),
        new MigrationView(BOB, 2, TEN_SECONDS, MigrationReason.HOST_LOST),
        null,
        null);
  }

  private static BecomeHost becomeHost() {
    return new BecomeHost(
        2,
        TEN_SECONDS,
        MigrationReason.TRANSFER,
        ADA,
        List.of(new ClientView(ADA, true, true, true, null), BOB_PLAIN),
        new SnapshotView(4, 1, AGE, STATE.size(), null));
  }

  private static RoomView room(@Nullable Json metadata) {
    return new RoomView(CODE, false, false, true, 4, HostMigration.AUTOMATIC, metadata);
  }

  private static Json json(String text) {
    return Json.of(Texts.json(text));
  }

  private static Arguments said(String type, ClientMessage message, @Nullable String requestId) {
    return Arguments.of(type, message, requestId == null ? null : new RequestId(requestId));
  }

  private static Arguments heard(String type, ServerMessage message, @Nullable String requestId) {
    return Arguments.of(type, message, requestId == null ? null : new RequestId(requestId));
  }
}
