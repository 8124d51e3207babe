package io.groovejet.mvstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.groovejet.Lobby;
import io.groovejet.LobbyBuilder;
import io.groovejet.protocol.Json;
import io.groovejet.protocol.RoomCode;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DurableStoreTest {

  private static final RoomCode ROOM = new RoomCode("bbbbb");

  @TempDir Path folder;

  @Test
  void everybodyComesBackWithTheirOldTokensAfterARestart() throws IOException {
    String ada;
    String bob;
    try (DurableStore store = DurableStore.open(folder)) {
      Conversation talk = Conversation.begin(builder -> keeping(store, builder));
      Speaker host = talk.connects("ada");
      Speaker guest = talk.connects("bob");
      host.says("createRoom", "{metadata: {map: 'moon'}}");
      host.hears("roomCreated");
      guest.says("joinRoom", "{roomCode: 'bbbbb'}");
      host.says("saveSnapshot", "{snapshot: {level: 3}, label: 'l'}");
      ada = host.token();
      bob = guest.token();
    }

    try (DurableStore store = DurableStore.open(folder);
        Conversation talk = Conversation.begin(builder -> keeping(store, builder))) {
      Speaker host = talk.connects("host");
      Speaker guest = talk.connects("guest");
      guest.says("joinRoom", "{roomCode: 'bbbbb', clientToken: '" + bob + "'}");
      guest.hears("identity", "{resumed: true}");
      guest.hears("roomJoined", "{reconnected: true, hostConnected: false}");
      host.says("joinRoom", "{roomCode: 'bbbbb', clientToken: '" + ada + "'}");
      host.hears("identity", "{resumed: true}");
      host.hears(
          "roomJoined",
          "{clientIsHost: true, reconnected: true, hostEpoch: 1, room: {metadata: {map: 'moon'}},"
              + " snapshot: {snapshotVersion: 1, label: 'l'}}");
      guest.hears("hostRejoined");
      host.says("loadSnapshot");
      host.hears("snapshotLoaded", "{snapshot: {level: 3}}");
      host.says("saveSnapshot", "{snapshot: 4}");
      host.hears("snapshotSaved", "{snapshotVersion: 2}");
    }
  }

  @Test
  void theTokenKeyIsDrawnOnceAndKept() throws IOException {
    byte[] drawn;
    try (DurableStore store = DurableStore.open(folder)) {
      drawn = store.tokenKey();
    }

    try (DurableStore store = DurableStore.open(folder)) {
      assertThat(store.tokenKey()).isEqualTo(drawn).hasSizeGreaterThanOrEqualTo(32);
    }
  }

  @Test
  void aSnapshotWhoseHeaderWasNeverWrittenIsForgotten() throws IOException {
    long orphan;
    try (DurableStore store = DurableStore.open(folder)) {
      orphan = store.snapshots().put(ROOM, Json.of("1"));
    }

    try (DurableStore store = DurableStore.open(folder)) {
      assertThat(store.snapshots().get(ROOM, orphan)).isEmpty();
      assertThat(store.snapshots().sizeBytes()).isZero();
      assertThat(store.snapshots().put(ROOM, Json.of("2"))).isGreaterThan(orphan);
    }
  }

  @Test
  void aDirectoryInUseIsRefused() throws IOException {
    try (DurableStore first = DurableStore.open(folder)) {
      assertThat(first.rooms().count()).isZero();

      assertThatIOException()
          .isThrownBy(() -> DurableStore.open(folder))
          .withMessageContaining("another process uses it");
    }
  }

  @Test
  void aDamagedFileIsReportedAndLeftAsItIs() throws IOException {
    Path file = folder.resolve("lobby.mv");
    byte[] garbage = new byte[20_000];
    Arrays.fill(garbage, (byte) 'x');
    Files.write(file, garbage);

    assertThatIOException()
        .isThrownBy(() -> DurableStore.open(folder))
        .withMessageStartingWith("the lobby's file " + file + " cannot be used: it is damaged");

    assertThat(Files.readAllBytes(file)).isEqualTo(garbage);
  }

  /** Everything that a disk may do to a file behind the back of whoever wrote it. */
  @ParameterizedTest
  @ValueSource(
      strings = {"empty", "header only", "nothing but zeros", "half", "most", "a hole", "bits"})
  void whatWasAcknowledgedIsThereOrTheLossIsReported(String damage) throws IOException {
    Path file = folder.resolve("lobby.mv");
    long[] blobs = new long[40];
    try (DurableStore store = DurableStore.open(folder)) {
      store.tokenKey();
      for (int i = 0; i < blobs.length; i++) {
        blobs[i] = store.snapshots().put(ROOM, Json.of("\"" + "x".repeat(9_000) + i + "\""));
      }
      store.snapshots().remove(ROOM, 4_711); // which changes nothing
      byte[] copy = Files.readAllBytes(file); // as kill -9 would leave it
      byte[] damaged = damaged(copy, damage);
      Path other = Files.createDirectory(folder.resolve("other"));
      Files.write(other.resolve("lobby.mv"), damaged);
      Files.copy(folder.resolve("lobby.mark"), other.resolve("lobby.mark"));

      assertThatIOException()
          .isThrownBy(() -> DurableStore.open(other))
          .withMessageStartingWith("the lobby's file " + other.resolve("lobby.mv") + " cannot be");

      assertThat(Files.readAllBytes(other.resolve("lobby.mv"))).isEqualTo(damaged);
    }
  }

  private static byte[] damaged(byte[] whole, String how) {
    byte[] damaged = whole.clone();
    switch (how) {
      case "empty" -> damaged = new byte[0];
      case "header only" -> damaged = Arrays.copyOf(whole, 8192);
      case "nothing but zeros" -> Arrays.fill(damaged, 8192, damaged.length, (byte) 0);
      case "half" -> damaged = Arrays.copyOf(whole, whole.length / 2);
      case "most" -> damaged = Arrays.copyOf(whole, whole.length * 9 / 10);
      case "a hole" ->
          Arrays.fill(damaged, whole.length * 3 / 4, whole.length * 3 / 4 + 4096, (byte) 0);
      default -> {
        for (int i = 8192; i < damaged.length; i += 97) {
          damaged[i] ^= 4;
        }
      }
    }
    return damaged;
  }

  @Test
  void whatIsLeftOfATornFileCanBeTakenOnPurpose() throws IOException {
    DurableStore.open(folder).close();
    byte[] old = Files.readAllBytes(folder.resolve("lobby.mv"));
    try (DurableStore store = DurableStore.open(folder)) {
      store.snapshots().put(ROOM, Json.of("1"));
    }
    Files.write(folder.resolve("lobby.mv"), old);
    assertThatIOException()
        .isThrownBy(() -> DurableStore.open(folder))
        .withMessageContaining("delete lobby.mark to go on with what is left");

    Files.delete(folder.resolve("lobby.mark"));

    DurableStore.open(folder).close();
  }

  @Test
  void aDirectoryThatCannotBeMadeIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatIOException()
        .isThrownBy(() -> DurableStore.open(file.resolve("below")))
        .withMessageContaining("cannot be made");
  }

  @Test
  void anUnknownFormIsRefused() throws IOException {
    DurableStore.open(folder).close();
    String file = folder.resolve("lobby.mv").toString();
    try (MVStore store = MVStore.open(file)) {
      MVMap<String, byte[]> facts = store.openMap("facts");
      facts.put("format", new byte[] {99, 1});
    }

    assertThatIOException()
        .isThrownBy(() -> DurableStore.open(folder))
        .withMessageContaining("a form this version does not know");
  }

  @Test
  void aRoomThatCannotBeReadIsReported() throws IOException {
    DurableStore.open(folder).close();
    String file = folder.resolve("lobby.mv").toString();
    try (MVStore store = MVStore.open(file)) {
      MVMap<String, byte[]> rooms = store.openMap("rooms");
      rooms.put("bbbbb", new byte[] {'{', '}'});
    }

    assertThatIOException()
        .isThrownBy(() -> DurableStore.open(folder))
        .withMessageContaining("cannot be used");
  }

  @Test
  void whoUsesAClosedStoreHearsSo() throws IOException {
    DurableStore store = DurableStore.open(folder);
    Conversation talk = Conversation.begin(builder -> keeping(store, builder));
    Speaker ada = talk.connects("ada");
    store.close();

    ada.says("createRoom");

    ada.hearsError("storeUnavailable");
  }

  private static LobbyBuilder keeping(DurableStore store, LobbyBuilder builder) {
    return builder.store(store.rooms()).snapshots(store.snapshots()).tokenKey(store.tokenKey());
  }

  @Test
  void aLobbyIsBuiltOnItInOneLine() throws IOException {
    try (DurableStore store = DurableStore.open(folder);
        Lobby lobby = keeping(store, Lobby.builder()).build()) {
      RoomCode code = lobby.openRoom();

      assertThat(store.rooms().find(code)).isPresent();
    }
  }
}
