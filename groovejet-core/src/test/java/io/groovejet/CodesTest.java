package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.RoomCode;
import io.groovejet.room.Room;
import io.groovejet.store.RoomStore;
import io.groovejet.store.Versioned;
import io.groovejet.testkit.ManualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which codes new rooms get. */
final class CodesTest {

  private static final RoomCode FIRST = new RoomCode("bbbbb");
  private static final RoomCode SECOND = new RoomCode("ccccc");
  private static final RoomCode THIRD = new RoomCode("ddddd");

  private final ManualTime time = new ManualTime();

  @ParameterizedTest
  @CsvSource({
    "0, 5",
    "1, 5",
    "195, 5",
    "196, 6",
    "4516, 6",
    "4517, 7",
    "103906, 7",
    "103907, 8",
  })
  void aGuessHitsWithAProbabilityOfTwoToTheMinusFifteenAtMost(long rooms, int length) {
    Codes codes = new Codes(new SecureNames(), time, storeOf(rooms));

    RoomCode code = codes.next();

    assertThat(code.value()).hasSize(length).matches("[" + RoomCode.ALPHABET + "]+");
  }

  @Test
  void aCodeIsWhateverIsDrawn() {
    Codes codes = new Codes(drawing(FIRST, SECOND), time, storeOf(0));

    assertThat(codes.next()).isEqualTo(FIRST);
    assertThat(codes.next()).isEqualTo(SECOND);
  }

  @Test
  void aCodeIsNotUsedAgainForTenMinutes() {
    Codes codes = new Codes(drawing(FIRST, SECOND, FIRST, SECOND), time, storeOf(0));
    codes.retire(FIRST);

    assertThat(codes.next()).isEqualTo(SECOND);
    time.pass(Duration.ofMinutes(10).minusMillis(1));
    assertThat(codes.next()).isEqualTo(SECOND);
  }

  @Test
  void aCodeIsUsedAgainAfterTenMinutes() {
    Codes codes = new Codes(drawing(FIRST), time, storeOf(0));
    codes.retire(FIRST);

    time.pass(Duration.ofMinutes(10));

    assertThat(codes.next()).isEqualTo(FIRST);
  }

  @Test
  void eachCodeHasItsOwnTenMinutes() {
    Codes codes = new Codes(drawing(SECOND, THIRD, SECOND, FIRST), time, storeOf(0));
    codes.retire(FIRST);
    time.pass(Duration.ofMinutes(6));
    codes.retire(SECOND);

    time.pass(Duration.ofMinutes(6));

    assertThat(codes.next()).isEqualTo(THIRD);
    assertThat(codes.next()).isEqualTo(FIRST);
  }

  @Test
  void ofTooManyCodesThatRestTheOneThatRestedLongestIsUsedAgain() {
    Names names = drawing(SECOND, FIRST, THIRD, FIRST, SECOND, THIRD);
    Codes codes = new Codes(names, time, storeOf(0));
    codes.retire(FIRST);
    codes.retire(SECOND);
    IntStream.range(2, Codes.MOST_AT_REST)
        .forEach(room -> codes.retire(new RoomCode("room" + room)));
    assertThat(codes.next()).isEqualTo(THIRD);

    codes.retire(new RoomCode("onemore"));

    assertThat(codes.next()).isEqualTo(FIRST);
    assertThat(codes.next()).isEqualTo(THIRD);
  }

  @Test
  void aCodeThatIsUsedTwiceRestsAnew() {
    Codes codes = new Codes(drawing(FIRST, SECOND, FIRST), time, storeOf(0));
    codes.retire(FIRST);
    time.pass(Duration.ofMinutes(6));
    codes.retire(FIRST);

    time.pass(Duration.ofMinutes(6));

    assertThat(codes.next()).isEqualTo(SECOND);
    time.pass(Duration.ofMinutes(4));
    assertThat(codes.next()).isEqualTo(FIRST);
  }

  private static Names drawing(RoomCode... codes) {
    return new ScriptedNames(new ArrayDeque<>(List.of(codes)));
  }

  private static RoomStore storeOf(long rooms) {
    return new CountingStore(rooms);
  }

  /** Draws the codes it is given, whatever length is asked for. */
  private record ScriptedNames(Queue<RoomCode> codes) implements Names {
    @Override
    public ClientId clientId() {
      return new ClientId(new UUID(0, 1));
    }

    @Override
    public RoomCode roomCode(int length) {
      return codes.remove();
    }

    @Override
    public long node() {
      return 1;
    }

    @Override
    public byte[] key(int length) {
      return new byte[length];
    }
  }

  /** A store of which nobody asks more than how many rooms it has. */
  private record CountingStore(long count) implements RoomStore {
    @Override
    public Optional<Versioned<Room>> find(RoomCode code) {
      return Optional.empty();
    }

    @Override
    public boolean create(Room room) {
      return false;
    }

    @Override
    public boolean replace(Versioned<Room> seen, Room next) {
      return false;
    }

    @Override
    public boolean remove(Versioned<Room> seen) {
      return false;
    }

    @Override
    public List<RoomCode> codes() {
      return List.of();
    }
  }
}
