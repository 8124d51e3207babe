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
import io.groovejet.protocol.ClientMessage.GuestOffer;
import io.groovejet.protocol.ClientMessage.HostAnswer;
import io.groovejet.protocol.ClientMessage.IceCandidate;
import io.groovejet.protocol.ClientMessage.JoinRoom;
import io.groovejet.protocol.ClientMessage.LeaveRoom;
import io.groovejet.protocol.ClientMessage.RequestOffer;
import io.groovejet.protocol.ClientMessage.ResumeIdentity;
import io.groovejet.protocol.CloseReason;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.HostMigration;
import io.groovejet.protocol.IdentityLimits;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.RequestId;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.Secret;
import io.groovejet.protocol.ServerMessage;
import io.groovejet.protocol.ServerMessage.Failed;
import io.groovejet.protocol.ServerMessage.Identity;
import io.groovejet.room.Caller;
import io.groovejet.room.Command;
import io.groovejet.room.JoinTerms;
import io.groovejet.room.Opening;
import io.groovejet.room.RoomSettings;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one connection's messages mean: who the client is by now, and which command each message
 * becomes. One message at a time; each ends its step exactly once.
 */
final class Dialogue {

  private static final int GARBAGE_TOO_MUCH = 10;
  private static final Duration GARBAGE_WITHIN = Duration.ofMinutes(1);

  private final ClientSession session;
  private final OpeningHandshake handshake;
  private final LobbyOptions options;
  private final Rooms rooms;
  private final ClientTokens tokens;
  private final Strikes garbage = new Strikes(GARBAGE_TOO_MUCH, GARBAGE_WITHIN);
  private ClientId client; // who it is; changes when an earlier identity is resumed

  Dialogue(ClientSession session, OpeningHandshake handshake, LobbyOptions options, Rooms rooms) {
    this.session = session;
    this.handshake = handshake;
    this.options = options;
    this.rooms = rooms;
    this.tokens = options.tokens();
    this.client = options.names().clientId();
  }

  /** Tells the client who it is; a URL client goes to its room at once. */
  void begin(Step step) {
    boolean url = handshake.dialect() == Dialect.URL;
    Secret token = url ? null : tokens.issue(client, options.timekeeper().now());
    session.say(new Identity(client, token, false, identityLimits()), null);
    if (url) {
      new Turn(null, step).joinByUrl();
    } else {
      step.end();
    }
  }

  void hear(byte[] utf8, Step step) {
    Decoder.decode(utf8, handshake.dialect()).saidTo(new Reading(step));
  }

  private IdentityLimits identityLimits() {
    Limits limits = options.limits();
    return new IdentityLimits(
        limits.maxMessageBytes(),
        limits.maxSnapshotBytes(),
        limits.messages().perSecond(),
        limits.messages().burst());
  }

  private Optional<ClientId> proven(Secret token) {
    return tokens.verify(token, options.timekeeper().now());
  }

  private void become(ClientId proven, @Nullable RequestId requestId) {
    client = proven;
    Secret token = tokens.issue(client, options.timekeeper().now());
    session.say(new Identity(client, token, true, identityLimits()), requestId);
  }

  /** What a text is. */
  private final class Reading implements Decoded.Listener {

    private final Step step;

    private Reading(Step step) {
      this.step = step;
    }

    @Override
    public void understood(ClientMessage message, @Nullable RequestId requestId) {
      message.saidTo(new Turn(requestId, step));
    }

    @Override
    public void refused(Refusal refusal, @Nullable RequestId requestId) {
      session.say(new Failed(refusal), requestId);
      step.end();
    }

    @Override
    public void garbage(Refusal refusal) {
      session.say(new Failed(refusal), null);
      if (garbage.isOut(options.timekeeper().now())) {
        session.reject(CloseReason.POLICY);
      }
      step.end();
    }
  }

  /** One message and its answer. */
  private final class Turn implements ClientMessage.Listener {

    private final @Nullable RequestId requestId;
    private final Step step;

    private Turn(@Nullable RequestId requestId, Step step) {
      this.requestId = requestId;
      this.step = step;
    }

    @Override
    public void resumeIdentity(ResumeIdentity message) {
      Optional<ClientId> proven = proven(message.clientToken());
      if (session.room().isPresent()) {
        refuse(ErrorType.ALREADY_IN_ROOM);
      } else if (proven.isEmpty()) {
        refuse(ErrorType.INVALID_TOKEN);
      } else {
        become(proven.get(), requestId);
        step.end();
      }
    }

    @Override
    public void createRoom(CreateRoom message) {
      if (session.room().isPresent()) {
        refuse(ErrorType.ALREADY_IN_ROOM);
        return;
      }
      Caller caller = caller();
      rooms.open(
          code ->
              Opening.byHost(
                  code, settings(code, message), caller, message.hostPriority(), message.profile()),
          this::ended);
    }

    @Override
    public void joinRoom(JoinRoom message) {
      Optional<RoomCode> current = session.room();
      RoomCode code = message.roomCode();
      if (current.isPresent() && !current.get().equals(code)) {
        refuse(ErrorType.ALREADY_IN_ROOM);
      } else if (resumes(message.clientToken(), current.isPresent())) {
        join(code, message);
      }
    }

    @Override
    public void leaveRoom(LeaveRoom message) {
      inRoom(new Command.Leave(caller()));
    }

    @Override
    public void guestOffer(GuestOffer message) {
      inRoom(new Command.Offer(caller(), message));
    }

    @Override
    public void hostAnswer(HostAnswer message) {
      inRoom(new Command.Answer(caller(), message));
    }

    @Override
    public void iceCandidate(IceCandidate message) {
      inRoom(new Command.Candidate(caller(), message));
    }

    @Override
    public void requestOffer(RequestOffer message) {
      inRoom(new Command.Reoffer(caller(), message));
    }

    private void joinByUrl() {
      String typed = handshake.urlCode();
      Optional<RoomCode> code = typed == null ? Optional.empty() : RoomCode.parse(typed);
      if (code.isEmpty()) {
        refuse(ErrorType.MISSING_ROOM_CODE);
        session.reject(CloseReason.JOIN_FAILED);
        return;
      }
      Command command =
          handshake.urlHost()
              ? new Command.Claim(caller())
              : new Command.Join(caller(), JoinTerms.NONE);
      rooms.run(
          code.get(),
          command,
          outcome -> {
            tell(outcome, ErrorType.NO_ROOM_FOUND);
            if (session.room().isEmpty()) {
              session.reject(CloseReason.JOIN_FAILED);
            }
            step.end();
          });
    }

    /** Whether the join goes on: there was no token, or it proved who the client is. */
    private boolean resumes(@Nullable Secret token, boolean inRoom) {
      if (token == null) {
        return true;
      }
      Optional<ClientId> proven = proven(token);
      if (proven.isEmpty()) {
        refuse(ErrorType.INVALID_TOKEN);
      } else if (inRoom && !proven.get().equals(client)) {
        refuse(ErrorType.ALREADY_IN_ROOM);
      } else {
        become(proven.get(), null);
        return true;
      }
      return false;
    }

    private void join(@Nullable RoomCode code, JoinRoom message) {
      if (code == null) {
        refuse(ErrorType.MISSING_ROOM_CODE);
        return;
      }
      Secret password = message.password();
      JoinTerms terms =
          new JoinTerms(
              message.canHost(),
              message.hostPriority(),
              password == null ? null : Passwords.digest(code, password),
              message.profile());
      rooms.run(
          code,
          new Command.Join(caller(), terms),
          outcome -> {
            tell(outcome, ErrorType.NO_ROOM_FOUND);
            step.end();
          });
    }

    private void inRoom(Command command) {
      Optional<RoomCode> room = session.room();
      if (room.isEmpty()) {
        refuse(ErrorType.NOT_IN_ROOM);
      } else {
        rooms.run(room.get(), command, this::ended);
      }
    }

    private void ended(Outcome outcome) {
      tell(outcome, ErrorType.NOT_IN_ROOM);
      step.end();
    }

    private void tell(Outcome outcome, ErrorType withoutRoom) {
      switch (outcome) {
        case NO_ROOM -> say(withoutRoom);
        case STORE_DOWN -> say(ErrorType.STORE_UNAVAILABLE);
        case FAULT -> say(ErrorType.INTERNAL_ERROR);
        case DECIDED -> {}
      }
    }

    private void refuse(ErrorType type) {
      say(type);
      step.end();
    }

    private void say(ErrorType type) {
      ServerMessage message = new Failed(Refusal.of(type));
      session.say(message, requestId);
    }

    private Caller caller() {
      return new Caller(session.id(), client, handshake.dialect(), requestId);
    }
  }

  private RoomSettings settings(RoomCode code, CreateRoom message) {
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
        options.timers());
  }
}
