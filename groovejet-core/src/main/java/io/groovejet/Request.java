package io.groovejet;

import io.groovejet.identity.Passwords;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.ClientMessage;
import io.groovejet.protocol.ClientMessage.CreateRoom;
import io.groovejet.protocol.ClientMessage.GuestOffer;
import io.groovejet.protocol.ClientMessage.HostAnswer;
import io.groovejet.protocol.ClientMessage.HostDeclined;
import io.groovejet.protocol.ClientMessage.HostReady;
import io.groovejet.protocol.ClientMessage.IceCandidate;
import io.groovejet.protocol.ClientMessage.JoinRoom;
import io.groovejet.protocol.ClientMessage.LeaveRoom;
import io.groovejet.protocol.ClientMessage.LinkState;
import io.groovejet.protocol.ClientMessage.LoadSnapshot;
import io.groovejet.protocol.ClientMessage.RequestOffer;
import io.groovejet.protocol.ClientMessage.ResumeIdentity;
import io.groovejet.protocol.ClientMessage.SaveSnapshot;
import io.groovejet.protocol.ClientMessage.TransferHost;
import io.groovejet.protocol.ClientMessage.UpdateClient;
import io.groovejet.protocol.CloseReason;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.RequestId;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.Secret;
import io.groovejet.protocol.ServerMessage.Failed;
import io.groovejet.room.Caller;
import io.groovejet.room.Command;
import io.groovejet.room.JoinTerms;
import io.groovejet.room.Opening;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One message of a client and its answer: which command it becomes, and what ends its step. */
final class Request implements ClientMessage.Listener {

  private static final Duration TRY_AGAIN = Duration.ofSeconds(5);
  private static final long NO_BLOB = -1; // nothing is stored yet

  private final Dialogue dialogue;
  private final ClientSession session;
  private final Rooms rooms;
  private final @Nullable RequestId requestId;
  private final Step step;

  Request(Dialogue dialogue, @Nullable RequestId requestId, Step step) {
    this.dialogue = dialogue;
    this.session = dialogue.session();
    this.rooms = dialogue.rooms();
    this.requestId = requestId;
    this.step = step;
  }

  @Override
  public void resumeIdentity(ResumeIdentity message) {
    Optional<ClientId> proven = dialogue.proven(message.clientToken());
    if (session.room().isPresent()) {
      refuse(ErrorType.ALREADY_IN_ROOM);
    } else if (proven.isEmpty()) {
      refuse(ErrorType.INVALID_TOKEN);
    } else {
      dialogue.become(proven.get(), requestId);
      step.end();
    }
  }

  @Override
  public void createRoom(CreateRoom message) {
    if (session.room().isPresent()) {
      refuse(ErrorType.ALREADY_IN_ROOM);
      return;
    }
    if (session.visitor().isUnwelcome()) {
      refuseForNow();
      return;
    }
    Caller caller = caller();
    rooms.open(
        session.visitor().address(),
        code ->
            Opening.byHost(
                code,
                dialogue.settings(code, message),
                caller,
                message.hostPriority(),
                message.profile()),
        this::ended);
  }

  @Override
  public void joinRoom(JoinRoom message) {
    Optional<RoomCode> current = session.room();
    RoomCode code = message.roomCode();
    if (current.isPresent() && !current.get().equals(code)) {
      refuse(ErrorType.ALREADY_IN_ROOM);
    } else if (current.isEmpty() && session.visitor().isUnwelcome()) {
      refuseForNow();
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

  @Override
  public void linkState(LinkState message) {
    inRoom(new Command.Report(caller(), message));
  }

  @Override
  public void updateClient(UpdateClient message) {
    inRoom(new Command.Update(caller(), message));
  }

  @Override
  public void hostReady(HostReady message) {
    inRoom(new Command.Ready(caller(), message));
  }

  @Override
  public void hostDeclined(HostDeclined message) {
    inRoom(new Command.Decline(caller(), message));
  }

  @Override
  public void transferHost(TransferHost message) {
    inRoom(new Command.Transfer(caller(), message));
  }

  /** A URL client goes to the room of its URL, or away. */
  void joinByUrl(OpeningHandshake handshake) {
    String typed = handshake.urlCode();
    Optional<RoomCode> code = typed == null ? Optional.empty() : RoomCode.parse(typed);
    if (code.isEmpty()) {
      refuse(ErrorType.MISSING_ROOM_CODE);
      session.reject(CloseReason.JOIN_FAILED);
      return;
    }
    Duration lockedFor = session.visitor().lockedFor();
    Command command =
        handshake.urlHost()
            ? new Command.Claim(caller(), lockedFor)
            : new Command.Join(caller(), JoinTerms.NONE, lockedFor);
    rooms.run(
        code.get(),
        command,
        outcome -> {
          tellOfJoin(outcome, lockedFor);
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
    Optional<ClientId> proven = dialogue.proven(token);
    if (proven.isEmpty()) {
      refuse(ErrorType.INVALID_TOKEN);
    } else if (inRoom && !proven.get().equals(dialogue.client())) {
      refuse(ErrorType.ALREADY_IN_ROOM);
    } else {
      dialogue.become(proven.get(), null);
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
    Duration lockedFor = session.visitor().lockedFor();
    rooms.run(
        code,
        new Command.Join(caller(), terms, lockedFor),
        outcome -> {
          tellOfJoin(outcome, lockedFor);
          step.end();
        });
  }

  @Override
  public void saveSnapshot(SaveSnapshot message) {
    Optional<RoomCode> room = session.room();
    if (room.isEmpty()) {
      refuse(ErrorType.NOT_IN_ROOM);
      return;
    }
    int size = message.snapshot().size();
    int most = dialogue.maxSnapshotBytes();
    Refusal flaw = size > most ? Refusal.snapshotTooLarge(most) : null;
    Command.Save save =
        new Command.Save(caller(), size, message.label(), message.hostEpoch(), flaw, NO_BLOB);
    rooms.save(room.get(), save, message.snapshot(), this::ended);
  }

  @Override
  public void loadSnapshot(LoadSnapshot message) {
    inRoom(new Command.Load(caller(), message));
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

  private void tellOfJoin(Outcome outcome, @Nullable Duration lockedFor) {
    if (outcome != Outcome.NO_ROOM) {
      tell(outcome, ErrorType.NO_ROOM_FOUND);
    } else if (lockedFor != null) {
      say(Refusal.of(ErrorType.RATE_LIMITED).retryAfter(lockedFor));
    } else {
      session.visitor().guessedWrong();
      say(ErrorType.NO_ROOM_FOUND);
    }
  }

  private void tell(Outcome outcome, ErrorType withoutRoom) {
    switch (outcome) {
      case NO_ROOM -> say(withoutRoom);
      case FULL -> say(ErrorType.TOO_MANY_ROOMS);
      case STORE_DOWN -> say(ErrorType.STORE_UNAVAILABLE);
      case FAULT -> say(ErrorType.INTERNAL_ERROR);
      case DECIDED, IN_DOUBT -> {}
    }
  }

  /** So much waits to be written for others that nobody is let in. */
  private void refuseForNow() {
    say(Refusal.of(ErrorType.RATE_LIMITED).retryAfter(TRY_AGAIN));
    step.end();
  }

  private void refuse(ErrorType type) {
    say(type);
    step.end();
  }

  private void say(ErrorType type) {
    say(Refusal.of(type));
  }

  private void say(Refusal refusal) {
    session.say(new Failed(refusal), requestId);
  }

  private Caller caller() {
    return new Caller(session.id(), dialogue.client(), session.dialect(), requestId);
  }
}
