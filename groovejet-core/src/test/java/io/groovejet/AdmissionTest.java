package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.groovejet.protocol.ClientMessage.CreateRoom;
import io.groovejet.protocol.ClientMessage.JoinRoom;
import io.groovejet.protocol.RoomCode;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.FakeRequest;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** The backend's say in who gets in. */
final class AdmissionTest {

  private static final CompletionStage<Verdict> NO = Verdict.veto("notPaid", "There is no ticket");

  /** A backend that does as it is told and remembers whom it was asked about. */
  private static final class Backend implements Admission {

    private final List<Applicant> asked = new ArrayList<>();
    private CompletionStage<Verdict> connect = Verdict.admitAs("user-7");
    private CompletionStage<Verdict> create = Verdict.admit();
    private CompletionStage<Verdict> join = Verdict.admit();
    private CompletionStage<Verdict> host = Verdict.admit();

    @Override
    public CompletionStage<Verdict> connects(Arrival arrival) {
      return connect;
    }

    @Override
    public CompletionStage<Verdict> posts(Arrival arrival) {
      return create;
    }

    @Override
    public CompletionStage<Verdict> creates(Applicant applicant, CreateRoom wish) {
      asked.add(applicant);
      return create;
    }

    @Override
    public CompletionStage<Verdict> joins(Applicant applicant, RoomCode room, JoinRoom wish) {
      asked.add(applicant);
      return join;
    }

    @Override
    public CompletionStage<Verdict> hosts(Applicant applicant, RoomCode room) {
      asked.add(applicant);
      return host;
    }
  }

  private final Backend backend = new Backend();

  @Test
  void whoMayNotConnectHearsWhyAndNothingElse() {
    backend.connect = NO;
    try (Conversation talk = begin()) {
      Speaker ada = talk.knocks("ada", FakeRequest.upgrade(""));

      ada.hearsError("notPaid");
      ada.isClosedWith(1008);
    }
  }

  @Test
  void aVetoThatComesLaterClosesTheConnection() {
    CompletableFuture<Verdict> later = new CompletableFuture<>();
    try (Conversation talk = begin()) {
      Speaker ada = talk.knocks("ada", pending(later));
      ada.hearsNothing();

      NO.thenAccept(later::complete);

      ada.hearsError("notPaid");
      ada.isClosedWith(1008);
    }
  }

  @Test
  void whomTheBackendCouldNotJudgeMayTryAgain() {
    try (Conversation talk = begin()) {
      Speaker ada = talk.knocks("ada", pending(new CompletableFuture<>()));

      talk.passes(Duration.ofMinutes(1));

      ada.hearsError("internalError");
      ada.isClosedWith(1013);
    }
  }

  @Test
  void whatAClientSaysMeanwhileWaits() {
    CompletableFuture<Verdict> later = new CompletableFuture<>();
    try (Conversation talk = begin()) {
      Speaker ada = talk.knocks("ada", pending(later));
      ada.saysText("{\"type\":\"createRoom\"}");
      ada.hearsNothing();

      Verdict.admitAs("user-1").thenAccept(later::complete);

      ada.hears("identity");
      ada.hears("roomCreated");
      assertThat(backend.asked).extracting(Applicant::user).containsExactly("user-1");
    }
  }

  @Test
  void aVetoChangesNothing() {
    try (Conversation talk = begin()) {
      Speaker ada = talk.connects("ada");
      Speaker bob = talk.connects("bob");
      backend.create = NO;
      ada.says("createRoom");
      ada.hearsError("notPaid");
      assertThat(talk.lobby().report().rooms()).isZero();
      backend.create = Verdict.admit();
      ada.says("createRoom");
      ada.hears("roomCreated");
      backend.join = NO;

      bob.says("joinRoom", "{roomCode: 'bbbbb'}");
      bob.hearsError("notPaid");
      Speaker eve = talk.connectsByUrl("eve", "bbbbb", false);
      eve.hearsError("notPaid");
      eve.isClosedWith(4008);

      backend.join = Verdict.admit();
      bob.says("joinRoom", "{roomCode: 'bbbbb'}");
      bob.hears("roomJoined");
      ada.hears("clientJoined");
    }
  }

  @Test
  void postAsksToo() {
    try (Lobby lobby = lobby()) {
      HttpRequest post = FakeRequest.of("POST", "/rooms");
      assertThat(lobby.answer(post).orElseThrow().status()).isEqualTo(201);

      backend.create = NO;

      HttpReply reply = lobby.answer(post).orElseThrow();
      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.body()).contains("notPaid");
    }
  }

  @Test
  void aCandidateThatMayNotHostIsPassedOver() {
    try (Conversation talk = begin()) {
      Speaker ada = talk.connects("ada");
      Speaker bob = talk.connects("bob");
      Speaker cat = talk.connects("cat");
      ada.says("createRoom");
      ada.hears("roomCreated");
      bob.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");
      bob.hears("roomJoined");
      ada.hears("clientJoined");
      cat.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");
      cat.hears("roomJoined");
      ada.hears("clientJoined");
      bob.hears("clientJoined");
      ada.says("transferHost");
      ada.hears("hostMigrationStarted");
      bob.hears("becomeHost", "{hostEpoch: 2}");
      cat.hears("hostMigrationStarted");
      backend.host = NO;

      bob.says("hostReady", "{hostEpoch: 2}");

      bob.hearsError("notPaid");
      bob.hears("hostMigrationStarted", "{candidateId: '@cat'}");
      ada.hears("hostMigrationStarted", "{candidateId: '@cat'}");
      cat.hears("becomeHost", "{hostEpoch: 3}");
      backend.host = Verdict.admit();
      cat.says("hostReady", "{hostEpoch: 3}");
      cat.hears("hostMigrated");
      ada.hears("hostMigrated");
      bob.hears("hostMigrated");
    }
  }

  @Test
  void whoDoesNotDecideInTimeHasDecidedNo() {
    backend.create = new CompletableFuture<>();
    try (Conversation talk = begin()) {
      Speaker ada = talk.connects("ada");
      ada.says("createRoom");
      ada.hearsNothing();

      talk.passes(Duration.ofSeconds(5));

      ada.hearsError("internalError");
      assertThat(talk.lobby().report().rooms()).isZero();
      ada.says("leaveRoom");
      ada.hearsError("notInRoom");
    }
  }

  @Test
  void aHookThatFailsAdmitsNobody() {
    backend.create = CompletableFuture.failedStage(new IllegalStateException("no database"));
    try (Conversation talk = begin()) {
      Speaker ada = talk.connects("ada");

      ada.says("createRoom");

      ada.hearsError("internalError");
    }
  }

  @Test
  void theConnectionMayEndWhileTheBackendThinks() {
    CompletableFuture<Verdict> later = new CompletableFuture<>();
    try (Conversation talk = begin()) {
      Speaker ada = talk.connects("ada");
      backend.create = later;
      ada.says("createRoom");
      ada.losesConnection();

      Verdict.admit().thenAccept(later::complete);
      talk.passes(Duration.ofMinutes(11));

      assertThat(talk.lobby().report()).isEqualTo(LobbyReport.NOTHING);
    }
  }

  @Test
  void aVetoHasAProperType() {
    assertThatIllegalArgumentException().isThrownBy(() -> Verdict.veto("", "none"));
    assertThatIllegalArgumentException().isThrownBy(() -> Verdict.veto("Not Paid", "two words"));
  }

  private Conversation begin() {
    return Conversation.begin(builder -> builder.admission(backend));
  }

  private Lobby lobby() {
    return Lobby.builder().admission(backend).build();
  }

  @Test
  void whoMayNotConnectMayNotPostEither() {
    Admission nobody =
        new Admission() {
          @Override
          public CompletionStage<Verdict> connects(Arrival arrival) {
            return NO;
          }
        };
    try (Lobby lobby = Lobby.builder().admission(nobody).build()) {
      HttpReply reply = lobby.answer(FakeRequest.of("POST", "/rooms")).orElseThrow();

      assertThat(reply.status()).isEqualTo(403);
      assertThat(lobby.report().rooms()).isZero();
    }
  }

  private static OpeningHandshake pending(CompletionStage<Verdict> verdict) {
    OpeningHandshake plain = OpeningHandshake.messageDialect();
    return new OpeningHandshake(plain.dialect(), null, null, false, plain.address(), verdict);
  }
}
