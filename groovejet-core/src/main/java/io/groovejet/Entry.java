package io.groovejet;

import io.groovejet.identity.Passwords;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.ClientMessage.CreateRoom;
import io.groovejet.protocol.ClientMessage.JoinRoom;
import io.groovejet.protocol.ClientMessage.ResumeIdentity;
import io.groovejet.protocol.CloseReason;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.Secret;
import io.groovejet.room.Caller;
import io.groovejet.room.Command;
import io.groovejet.room.JoinTerms;
import io.groovejet.room.Opening;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a connection gets an identity and a room: creating, joining, resuming. */
final class Entry {

  private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

  private final Dialogue dialogue;
  private final Party party;
  private final Rooms rooms;
  private final Answer answer;

  Entry(Dialogue dialogue, Answer answer) {
    this.dialogue = dialogue;
    this.party = dialogue.party();
    this.rooms = dialogue.rooms();
    this.answer = answer;
  }

  void resume(ResumeIdentity message) {
    Optional<ClientId> proven = dialogue.proven(message.clientToken());
    if (party.room().isPresent()) {
      answer.refuse(ErrorType.ALREADY_IN_ROOM);
    } else if (proven.isEmpty()) {
      answer.refuse(ErrorType.INVALID_TOKEN);
    } else {
      dialogue.become(proven.get(), answer.requestId());
      answer.step().end();
    }
  }

  void create(CreateRoom message) {
    if (party.room().isPresent()) {
      answer.refuse(ErrorType.ALREADY_IN_ROOM);
      return;
    }
    if (party.visitor().isUnwelcome()) {
      refuseForNow();
      return;
    }
    dialogue.ask(
        backend -> backend.creates(dialogue.applicant(), message),
        () -> open(message),
        answer::refuse);
  }

  private void open(CreateRoom message) {
    Caller caller = caller();
    rooms.open(
        party.visitor().address(),
        code ->
            Opening.byHost(
                code,
                dialogue.settings(code, message),
                caller,
                message.hostPriority(),
                message.profile()),
        answer::ended);
  }

  void join(JoinRoom message) {
    Optional<RoomCode> current = party.room();
    RoomCode code = message.roomCode();
    if (current.isPresent() && !current.get().equals(code)) {
      answer.refuse(ErrorType.ALREADY_IN_ROOM);
    } else if (current.isEmpty() && isTooMuchNow(message)) {
      refuseForNow();
    } else if (resumes(message.clientToken(), current.isPresent())) {
      joinAs(code, message);
    }
  }

  /** A URL client goes to the room of its URL, or away. */
  void joinByUrl(OpeningHandshake handshake) {
    String typed = handshake.urlCode();
    Optional<RoomCode> code = typed == null ? Optional.empty() : RoomCode.parse(typed);
    if (code.isEmpty()) {
      answer.refuse(ErrorType.MISSING_ROOM_CODE);
      party.reject(CloseReason.JOIN_FAILED);
      return;
    }
    boolean asHost = handshake.urlHost();
    dialogue.ask(
        backend ->
            asHost
                ? backend.hosts(dialogue.applicant(), code.get())
                : backend.joins(dialogue.applicant(), code.get(), JoinRoom.of(code.get())),
        () -> enterByUrl(code.get(), asHost),
        refusal -> {
          answer.say(refusal);
          party.reject(CloseReason.JOIN_FAILED);
          answer.step().end();
        });
  }

  private void enterByUrl(RoomCode code, boolean asHost) {
    guess(
        code,
        lockedFor ->
            asHost
                ? new Command.Claim(caller(), lockedFor)
                : new Command.Join(caller(), JoinTerms.NONE, lockedFor),
        () -> {
          if (party.room().isEmpty()) {
            party.reject(CloseReason.JOIN_FAILED);
          }
        });
  }

  /** Whether the join goes on: there was no token, or it proved who the client is. */
  private boolean resumes(@Nullable Secret token, boolean inRoom) {
    if (token == null) {
      return true;
    }
    Optional<ClientId> proven = dialogue.proven(token);
    if (proven.isEmpty()) {
      answer.refuse(ErrorType.INVALID_TOKEN);
    } else if (inRoom && !proven.get().equals(dialogue.client())) {
      answer.refuse(ErrorType.ALREADY_IN_ROOM);
    } else {
      dialogue.become(proven.get(), null);
      return true;
    }
    return false;
  }

  private void joinAs(@Nullable RoomCode code, JoinRoom message) {
    if (code == null) {
      answer.refuse(ErrorType.MISSING_ROOM_CODE);
      return;
    }
    dialogue.ask(
        backend -> backend.joins(dialogue.applicant(), code, message),
        () -> enter(code, message),
        answer::refuse);
  }

  private void enter(RoomCode code, JoinRoom message) {
    Secret password = message.password();
    JoinTerms terms =
        new JoinTerms(
            message.canHost(),
            message.hostPriority(),
            password == null ? null : Passwords.digest(code, password),
            message.profile());
    guess(code, lockedFor -> new Command.Join(caller(), terms, lockedFor), () -> {});
  }

  /** Tries a code by a command that knows for how long its address is locked out, null for not. */
  private void guess(RoomCode code, Function<@Nullable Duration, Command> command, Runnable told) {
    party
        .visitor()
        .guesses(
            (lockedFor, over) ->
                rooms.run(
                    code,
                    command.apply(lockedFor),
                    outcome -> {
                      try {
                        tellOfJoin(outcome, lockedFor);
                        told.run();
                      } finally {
                        over.run();
                        answer.step().end();
                      }
                    }));
  }

  private void tellOfJoin(Outcome outcome, @Nullable Duration lockedFor) {
    if (outcome != Outcome.NO_ROOM) {
      answer.tell(outcome, ErrorType.NO_ROOM_FOUND);
    } else if (lockedFor != null) {
      answer.say(Refusal.of(ErrorType.RATE_LIMITED).retryAfter(lockedFor));
    } else {
      party.visitor().guessedWrong();
      answer.say(Refusal.of(ErrorType.NO_ROOM_FOUND));
    }
  }

  /** Whether nobody new is let in; who has been here before may come back. */
  private boolean isTooMuchNow(JoinRoom message) {
    return message.clientToken() == null && party.visitor().isUnwelcome();
  }

  /** So much waits to be written for others that nobody is let in. */
  private void refuseForNow() {
    answer.refuse(Refusal.of(ErrorType.RATE_LIMITED).retryAfter(TRY_AGAIN));
  }

  private Caller caller() {
    return dialogue.caller(answer.requestId());
  }
}
