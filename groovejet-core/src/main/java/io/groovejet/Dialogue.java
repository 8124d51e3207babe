package io.groovejet;

import io.groovejet.codec.Decoded;
import io.groovejet.codec.Decoder;
import io.groovejet.guard.Limits;
import io.groovejet.guard.Strikes;
import io.groovejet.identity.ClientTokens;
import io.groovejet.identity.Passwords;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.ClientMessage;
import io.groovejet.protocol.ClientMessage.CreateRoom;
import io.groovejet.protocol.CloseReason;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.HostMigration;
import io.groovejet.protocol.IceGrant;
import io.groovejet.protocol.IdentityLimits;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.RequestId;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.Secret;
import io.groovejet.protocol.ServerMessage;
import io.groovejet.protocol.ServerMessage.Failed;
import io.groovejet.protocol.ServerMessage.Identity;
import io.groovejet.room.Caller;
import io.groovejet.room.Pace;
import io.groovejet.room.RoomSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one connection's messages mean: who the client is by now, and which command each message
 * becomes. One message at a time; each ends its step exactly once.
 */
final class Dialogue {

  private static final int GARBAGE_TOO_MUCH = 10;
  private static final Duration GARBAGE_WITHIN = Duration.ofMinutes(1);
  private static final Pace LISTS = new Pace(Duration.ofMillis(500), 5);

  private final Party party;
  private final OpeningHandshake handshake;
  private final LobbyOptions options;
  private final Rooms rooms;
  private final ClientTokens tokens;
  private final Strikes garbage = new Strikes(GARBAGE_TOO_MUCH, GARBAGE_WITHIN);
  private @Nullable Instant listedUntil; // when its looks for rooms would be spread at that pace
  private volatile @Nullable String user; // who it is in the backend, if that is known
  private volatile ClientId client; // who it is; changes when an earlier identity is resumed

  Dialogue(Party party, OpeningHandshake handshake, LobbyOptions options, Rooms rooms) {
    this.party = party;
    this.handshake = handshake;
    this.options = options;
    this.rooms = rooms;
    this.tokens = options.tokens();
    this.client = options.names().clientId();
  }

  /** Begins as soon as the backend lets the client in. */
  void open(Step step) {
    options
        .gate()
        .tell(
            handshake.admission(),
            options.timekeeper(),
            verdict -> {
              user = verdict.user().orElse(null);
              verdict.tell(() -> begin(step), refusal -> turnAway(refusal, step));
            });
  }

  private void turnAway(Refusal refusal, Step step) {
    party.say(new Failed(refusal), null);
    boolean unanswered = refusal.type() == ErrorType.INTERNAL_ERROR;
    party.reject(unanswered ? CloseReason.BUSY : CloseReason.NOT_ADMITTED);
    step.end();
  }

  /**
   * Asks the backend; then goes on or refuses, which ends the step, on this thread if the answer is
   * there.
   */
  void ask(
      Function<Admission, CompletionStage<Verdict>> question,
      Runnable admitted,
      Consumer<Refusal> refused) {
    Gate gate = options.gate();
    gate.tell(
        gate.asks(question), options.timekeeper(), verdict -> verdict.tell(admitted, refused));
  }

  /** The client as the backend sees it. */
  Applicant applicant() {
    return new Applicant(party.id(), client, handshake.address(), user);
  }

  @Nullable AppMessages appMessages() {
    return options.appMessages();
  }

  /** Tells the client who it is; a URL client goes to its room at once. */
  private void begin(Step step) {
    boolean url = handshake.dialect() == Dialect.URL;
    Secret token = url ? null : tokens.issue(client, options.timekeeper().now());
    party.say(new Identity(client, token, false, identityLimits()), null);
    if (url) {
      new Entry(this, new Answer(party, null, step)).joinByUrl(handshake);
    } else {
      step.end();
    }
  }

  void hear(byte[] utf8, Step step) {
    Decoder.decode(utf8, handshake.dialect()).saidTo(new Reading(utf8.length, step));
  }

  private IdentityLimits identityLimits() {
    Limits limits = options.limits();
    return new IdentityLimits(
        limits.maxMessageBytes(),
        limits.maxSnapshotBytes(),
        limits.messages().perSecond(),
        limits.messages().burst());
  }

  Party party() {
    return party;
  }

  Rooms rooms() {
    return rooms;
  }

  int maxSnapshotBytes() {
    return options.limits().maxSnapshotBytes();
  }

  int maxClients() {
    return options.limits().maxClients();
  }

  ClientId client() {
    return client;
  }

  /** Who asks, as rooms see it. */
  Caller caller(@Nullable RequestId requestId) {
    return new Caller(
        party.id(), client, handshake.dialect(), handshake.address(), user, requestId);
  }

  /** How long the client has to wait until it may look for rooms; if not at all, it has looked. */
  Duration waitToList() {
    Instant now = options.timekeeper().now();
    Duration wait = LISTS.wait(listedUntil, now);
    if (wait.isZero()) {
      listedUntil = LISTS.after(listedUntil, now);
    }
    return wait;
  }

  /** The ICE servers the client may use now. */
  IceGrant iceGrant() {
    return IceDesk.grant(options, client);
  }

  /** The message with what only this client is told. */
  ServerMessage complete(ServerMessage message) {
    return handshake.dialect() == Dialect.URL
        ? message
        : IceDesk.complete(message, options, client);
  }

  /** Who the token proves its bearer to be. */
  Optional<ClientId> proven(Secret token) {
    return tokens.verify(token, options.timekeeper().now());
  }

  /** The client is that one from now on, and is told so. */
  void become(ClientId proven, @Nullable RequestId requestId) {
    client = proven;
    party.news().resumed();
    Secret token = tokens.issue(client, options.timekeeper().now());
    party.say(new Identity(client, token, true, identityLimits()), requestId);
  }

  /** What a text is. */
  private final class Reading implements Decoded.Listener {

    private final boolean large;
    private final Step step;

    private Reading(int size, Step step) {
      this.large = size > options.limits().maxMessageBytes();
      this.step = step;
    }

    @Override
    public void understood(ClientMessage message, @Nullable RequestId requestId) {
      if (large && !message.mayBeLarge()) {
        party.reject(CloseReason.TOO_BIG);
        step.end();
      } else {
        message.saidTo(new Request(Dialogue.this, requestId, step));
      }
    }

    @Override
    public void refused(Refusal refusal, @Nullable RequestId requestId) {
      party.say(new Failed(refusal), requestId);
      step.end();
    }

    @Override
    public void garbage(Refusal refusal) {
      party.say(new Failed(refusal), null);
      if (garbage.isOut(options.timekeeper().now())) {
        party.reject(CloseReason.POLICY);
      }
      step.end();
    }
  }

  /** What a client's room is opened with. */
  RoomSettings settings(RoomCode code, CreateRoom message) {
    int most = options.limits().maxClients();
    Integer wanted = message.maxClients();
    Secret password = message.password();
    return new RoomSettings(
        false,
        wanted == null ? most : Math.min(wanted, most),
        Objects.requireNonNullElse(message.hostMigration(), HostMigration.AUTOMATIC),
        message.isPublic(),
        false,
        password == null ? null : Passwords.digest(code, password),
        message.metadata(),
        handshake.address(),
        options.timekeeper().now(),
        options.timers());
  }
}
