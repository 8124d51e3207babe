package io.groovejet.codec;

import io.groovejet.protocol.Ban;
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
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.HostMigration;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.RequestId;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.Secret;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what clients write. Any text gives a message or a refusal, never anything else. */
public final class Decoder {

  private static final int MAX_PROFILE_BYTES = 1024;
  private static final int MAX_METADATA_BYTES = 4096;
  private static final int MAX_PRIORITY = 1_000_000;

  private static final Map<String, Reading> MESSAGES =
      Map.ofEntries(
          Map.entry("resumeIdentity", Decoder::resumeIdentity),
          Map.entry("createRoom", Decoder::createRoom),
          Map.entry("joinRoom", Decoder::joinRoom),
          Map.entry("leaveRoom", fields -> new LeaveRoom()),
          Map.entry("guestOfferSignal", Decoder::guestOffer),
          Map.entry("hostAnswerSignal", Decoder::hostAnswer),
          Map.entry("iceCandidate", Decoder::iceCandidate),
          Map.entry("requestOffer", Decoder::requestOffer),
          Map.entry("linkState", Decoder::linkState),
          Map.entry("updateClient", Decoder::updateClient),
          Map.entry("hostReady", Decoder::hostReady),
          Map.entry("hostDeclined", Decoder::hostDeclined),
          Map.entry("transferHost", Decoder::transferHost),
          Map.entry("saveSnapshot", Decoder::saveSnapshot),
          Map.entry("loadSnapshot", Decoder::loadSnapshot),
          Map.entry("updateRoom", Decoder::updateRoom),
          Map.entry("removeClient", Decoder::removeClient),
          Map.entry("closeRoom", Decoder::closeRoom),
          Map.entry("listRooms", Decoder::listRooms),
          Map.entry("getIceServers", fields -> new GetIceServers()),
          Map.entry("appMessage", fields -> new AppMessage(fields.any("message"))));

  private static final Map<String, Reading> URL_MESSAGES =
      Map.of(
          "guestOfferSignal", Decoder::guestOffer,
          "hostAnswerSignal", Decoder::hostAnswer,
          "iceCandidate", Decoder::iceCandidate);

  private Decoder() {}

  private interface Reading {
    ClientMessage read(Fields fields) throws MalformedException;
  }

  /**
   * Reads one text.
   *
   * @param utf8 the text in valid UTF-8; the message keeps parts of it, so it must not change
   */
  public static Decoded decode(byte[] utf8, Dialect dialect) {
    Envelope envelope;
    try {
      envelope = Envelope.of(utf8);
    } catch (MalformedException refused) {
      return new Decoded.Garbage(refused.refusal());
    }
    RequestId requestId = envelope.requestId();
    Refusal flaw = envelope.flaw();
    if (flaw != null) {
      return new Decoded.Refused(flaw, requestId);
    }
    Reading reading = known(dialect).get(envelope.type());
    if (reading == null) {
      return new Decoded.Refused(Refusal.of(ErrorType.UNKNOWN_MESSAGE_TYPE), requestId);
    }
    try {
      return new Decoded.Understood(reading.read(envelope.data()), requestId);
    } catch (MalformedException refused) {
      return new Decoded.Refused(refused.refusal(), requestId);
    }
  }

  /** The types of message that are understood. */
  static Set<String> types(Dialect dialect) {
    return known(dialect).keySet();
  }

  private static Map<String, Reading> known(Dialect dialect) {
    return dialect == Dialect.URL ? URL_MESSAGES : MESSAGES;
  }

  private static ClientMessage resumeIdentity(Fields fields) throws MalformedException {
    Secret token = fields.secret("clientToken");
    if (token == null) {
      throw Fields.missing("clientToken");
    }
    return new ResumeIdentity(token);
  }

  private static ClientMessage createRoom(Fields fields) throws MalformedException {
    Boolean isPublic = fields.bool("isPublic");
    Integer priority = fields.integer("hostPriority", -MAX_PRIORITY, MAX_PRIORITY);
    return new CreateRoom(
        fields.count("maxClients"),
        hostMigration(fields),
        isPublic != null && isPublic,
        fields.secret("password"),
        fields.object("metadata", MAX_METADATA_BYTES),
        fields.object("profile", MAX_PROFILE_BYTES),
        priority == null ? 0 : priority);
  }

  private static @Nullable HostMigration hostMigration(Fields fields) throws MalformedException {
    String text = fields.text("hostMigration");
    if (text == null) {
      return null;
    }
    return switch (text) {
      case "automatic" -> HostMigration.AUTOMATIC;
      case "manual" -> HostMigration.MANUAL;
      case "off" -> HostMigration.OFF;
      default -> throw Fields.wrongType("hostMigration", "automatic, manual or off");
    };
  }

  private static ClientMessage joinRoom(Fields fields) throws MalformedException {
    String code = fields.textIfAny("roomCode");
    return new JoinRoom(
        code == null ? null : RoomCode.parse(code).orElse(null),
        fields.secret("clientToken"),
        fields.bool("canHost"),
        fields.integer("hostPriority", -MAX_PRIORITY, MAX_PRIORITY),
        fields.secret("password"),
        fields.object("profile", MAX_PROFILE_BYTES));
  }

  private static ClientMessage guestOffer(Fields fields) throws MalformedException {
    return new GuestOffer(fields.any("offerSignal"), fields.epoch("hostEpoch"));
  }

  private static ClientMessage hostAnswer(Fields fields) throws MalformedException {
    return new HostAnswer(
        fields.any("answerSignal"), fields.clientId("clientId"), fields.epoch("hostEpoch"));
  }

  private static ClientMessage iceCandidate(Fields fields) throws MalformedException {
    return new IceCandidate(
        fields.any("candidate"), fields.clientIdIfAny("clientId"), fields.epoch("hostEpoch"));
  }

  private static ClientMessage requestOffer(Fields fields) throws MalformedException {
    return new RequestOffer(
        fields.clientId("clientId"), fields.freeText("reason"), fields.epoch("hostEpoch"));
  }

  private static ClientMessage linkState(Fields fields) throws MalformedException {
    Boolean connected = fields.bool("connected");
    if (connected == null) {
      throw Fields.missing("connected");
    }
    return new LinkState(connected, fields.requiredEpoch("hostEpoch"));
  }

  private static ClientMessage updateClient(Fields fields) throws MalformedException {
    return new UpdateClient(
        fields.bool("canHost"),
        fields.integer("hostPriority", -MAX_PRIORITY, MAX_PRIORITY),
        fields.object("profile", MAX_PROFILE_BYTES));
  }

  private static ClientMessage hostReady(Fields fields) throws MalformedException {
    return new HostReady(fields.requiredEpoch("hostEpoch"));
  }

  private static ClientMessage hostDeclined(Fields fields) throws MalformedException {
    fields.freeText("reason");
    return new HostDeclined(fields.requiredEpoch("hostEpoch"));
  }

  private static ClientMessage saveSnapshot(Fields fields) throws MalformedException {
    return new SaveSnapshot(
        fields.any("snapshot"), fields.freeText("label"), fields.epoch("hostEpoch"));
  }

  private static ClientMessage loadSnapshot(Fields fields) throws MalformedException {
    return new LoadSnapshot(fields.epoch("snapshotVersion"));
  }

  private static ClientMessage transferHost(Fields fields) throws MalformedException {
    return new TransferHost(fields.clientIdIfAny("clientId"), fields.epoch("hostEpoch"));
  }

  private static ClientMessage updateRoom(Fields fields) throws MalformedException {
    boolean opensToAll = fields.isNull("password");
    return new UpdateRoom(
        fields.bool("isPublic"),
        fields.bool("isLocked"),
        fields.count("maxClients"),
        opensToAll ? null : fields.secret("password"),
        opensToAll,
        fields.object("metadata", MAX_METADATA_BYTES),
        fields.epoch("hostEpoch"));
  }

  private static ClientMessage removeClient(Fields fields) throws MalformedException {
    return new RemoveClient(
        fields.clientId("clientId"),
        ban(fields),
        fields.freeText("reason"),
        fields.epoch("hostEpoch"));
  }

  private static @Nullable Ban ban(Fields fields) throws MalformedException {
    String text = fields.text("ban");
    if (text == null) {
      return null;
    }
    return switch (text) {
      case "identity" -> Ban.IDENTITY;
      case "address" -> Ban.ADDRESS;
      default -> throw Fields.wrongType("ban", "identity or address");
    };
  }

  private static ClientMessage closeRoom(Fields fields) throws MalformedException {
    return new CloseRoom(fields.freeText("reason"), fields.epoch("hostEpoch"));
  }

  private static ClientMessage listRooms(Fields fields) throws MalformedException {
    return new ListRooms(
        fields.object("filter", MAX_METADATA_BYTES),
        fields.integer("limit", 1, ClientMessage.MAX_LISTED),
        fields.freeText("cursor"));
  }
}
