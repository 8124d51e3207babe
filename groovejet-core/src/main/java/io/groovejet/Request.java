package io.groovejet;

import io.groovejet.identity.Passwords;
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
import io.groovejet.protocol.ClientMessageListener;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.RequestId;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.Secret;
import io.groovejet.protocol.ServerMessage.IceServersGranted;
import io.groovejet.room.Caller;
import io.groovejet.room.Command;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One message of a client: which command it becomes. */
final class Request implements ClientMessageListener {

  private static final Logger LOG = System.getLogger(Request.class.getName());

  private final Dialogue dialogue;
  private final Answer answer;

  Request(Dialogue dialogue, @Nullable RequestId requestId, Step step) {
    this.dialogue = dialogue;
    this.answer = new Answer(dialogue.party(), requestId, step);
  }

  @Override
  public void resumeIdentity(ResumeIdentity message) {
    entry().resume(message);
  }

  @Override
  public void createRoom(CreateRoom message) {
    entry().create(message);
  }

  @Override
  public void joinRoom(JoinRoom message) {
    entry().join(message);
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
    RoomCode room = dialogue.party().room().orElse(null);
    if (room == null) {
      answer.refuse(ErrorType.NOT_IN_ROOM);
      return;
    }
    dialogue.ask(
        backend -> backend.hosts(dialogue.applicant(), room),
        () -> inRoom(new Command.Ready(caller(), message)),
        refusal -> {
          answer.say(refusal);
          HostDeclined declined = new HostDeclined(message.hostEpoch());
          Command passOver = new Command.Forgo(dialogue.caller(null), declined);
          dialogue.rooms().run(room, passOver, outcome -> answer.step().end());
        });
  }

  @Override
  public void appMessage(AppMessage message) {
    AppMessages backend = dialogue.appMessages();
    if (backend == null) {
      answer.refuse(ErrorType.UNKNOWN_MESSAGE_TYPE);
      return;
    }
    try {
      backend.heard(
          dialogue.applicant(), dialogue.party().room().orElse(null), message.message().detached());
    } catch (Throwable broken) { // foreign code must not leave its client without an answer
      LOG.log(Level.ERROR, "The backend failed to hear a message", broken);
      answer.say(Refusal.of(ErrorType.INTERNAL_ERROR));
    }
    answer.step().end();
  }

  @Override
  public void hostDeclined(HostDeclined message) {
    inRoom(new Command.Decline(caller(), message));
  }

  @Override
  public void transferHost(TransferHost message) {
    inRoom(new Command.Transfer(caller(), message));
  }

  @Override
  public void saveSnapshot(SaveSnapshot message) {
    Optional<RoomCode> room = dialogue.party().room();
    if (room.isEmpty()) {
      answer.refuse(ErrorType.NOT_IN_ROOM);
      return;
    }
    int size = message.snapshot().size();
    int most = dialogue.maxSnapshotBytes();
    Refusal flaw = size > most ? Refusal.snapshotTooLarge(most) : null;
    Command.Save save =
        new Command.Save(caller(), size, message.label(), message.hostEpoch(), flaw);
    dialogue.rooms().save(room.get(), save, message.snapshot(), answer::ended);
  }

  @Override
  public void loadSnapshot(LoadSnapshot message) {
    inRoom(new Command.Load(caller(), message));
  }

  @Override
  public void updateRoom(UpdateRoom message) {
    Secret password = message.password();
    dialogue
        .party()
        .room()
        .ifPresentOrElse(
            code ->
                inRoom(
                    new Command.Furnish(
                        caller(),
                        message.withSeatsAtMost(dialogue.maxClients()),
                        password == null ? null : Passwords.digest(code, password))),
            () -> answer.refuse(ErrorType.NOT_IN_ROOM));
  }

  @Override
  public void removeClient(RemoveClient message) {
    inRoom(new Command.Remove(caller(), message));
  }

  @Override
  public void closeRoom(CloseRoom message) {
    inRoom(new Command.Close(caller(), message));
  }

  @Override
  public void listRooms(ListRooms message) {
    String cursor = message.cursor();
    Optional<Showcase.Place> after =
        cursor == null ? Optional.empty() : Showcase.Place.parse(cursor);
    Duration wait = dialogue.waitToList();
    if (cursor != null && after.isEmpty()) {
      answer.refuse(Refusal.malformed("cursor", "The cursor is not one that a list gave"));
    } else if (!wait.isZero()) {
      answer.refuse(Refusal.of(ErrorType.RATE_LIMITED).retryAfter(wait));
    } else {
      dialogue.rooms().listings().list(message, after.orElse(null), answer::end);
    }
  }

  @Override
  public void getIceServers(GetIceServers message) {
    if (dialogue.party().room().isEmpty()) {
      answer.refuse(ErrorType.NOT_IN_ROOM);
    } else {
      answer.end(new IceServersGranted(dialogue.iceGrant()));
    }
  }

  private void inRoom(Command command) {
    Optional<RoomCode> room = dialogue.party().room();
    if (room.isEmpty()) {
      answer.refuse(ErrorType.NOT_IN_ROOM);
    } else {
      dialogue.rooms().run(room.get(), command, answer::ended);
    }
  }

  private Entry entry() {
    return new Entry(dialogue, answer);
  }

  private Caller caller() {
    return dialogue.caller(answer.requestId());
  }
}
