package io.groovejet.testkit.simulation;

import io.groovejet.protocol.RoomCode;
import io.groovejet.room.Room;
import io.groovejet.store.InMemoryRoomStore;
import io.groovejet.store.RoomStore;
import io.groovejet.store.RoomStoreException;
import io.groovejet.store.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A store in memory that fails when it is told to: before a write, after it, for a while, or by
 * letting somebody else write first. For one thread.
 */
public final class FaultyRoomStore implements RoomStore {

  private final InMemoryRoomStore rooms = new InMemoryRoomStore();
  private final boolean shared;
  private final Runnable alarm; // whenever something goes wrong
  private boolean failsBefore; // the next write, which does not happen
  private boolean failsAfter; // the next write, which happens
  private boolean endsWithWrite; // the next write is the last one for a while
  private boolean down; // nothing answers
  private @Nullable Runnable rival; // writes first when the next write comes

  /** A store for one lobby. */
  public FaultyRoomStore() {
    this(false, () -> {});
  }

  FaultyRoomStore(boolean shared, Runnable alarm) {
    this.shared = shared;
    this.alarm = alarm;
  }

  /** The next write fails and does not happen. */
  public void failsBeforeNextWrite() {
    failsBefore = true;
  }

  /** The next write fails and has happened all the same. */
  public void failsAfterNextWrite() {
    failsAfter = true;
  }

  /** With the next write, whatever becomes of it, the store goes down. */
  public void goesDownWithNextWrite() {
    endsWithWrite = true;
  }

  /** The store answers nothing. */
  public void goesDown() {
    down = true;
  }

  /** The store answers again, and nothing that was to go wrong goes wrong any more. */
  public void isBack() {
    down = false;
    failsBefore = false;
    failsAfter = false;
    endsWithWrite = false;
    rival = null;
  }

  /** Somebody else has a turn when the next write has been decided. */
  void isRacedBy(Runnable newRival) {
    rival = newRival;
  }

  /** Whether it answers and nothing is about to go wrong. */
  boolean isWell() {
    return !down && !failsBefore && !failsAfter && !endsWithWrite && rival == null;
  }

  /** The room as it is, whatever the store would answer. */
  Optional<Room> now(RoomCode code) {
    return rooms.find(code).map(Versioned::value);
  }

  /** The codes as they are, whatever the store would answer. */
  List<RoomCode> codesNow() {
    return rooms.codes();
  }

  @Override
  public Optional<Versioned<Room>> find(RoomCode code) {
    return answering().find(code);
  }

  @Override
  public boolean create(Room room) {
    return write(() -> rooms.create(room));
  }

  @Override
  public boolean replace(Versioned<Room> seen, Room next) {
    return write(() -> rooms.replace(seen, next));
  }

  @Override
  public boolean remove(Versioned<Room> seen) {
    return write(() -> rooms.remove(seen));
  }

  @Override
  public long count() {
    return answering().count();
  }

  @Override
  public boolean isShared() {
    return shared;
  }

  @Override
  public List<RoomCode> codes() {
    return answering().codes();
  }

  private RoomStore answering() {
    if (down) {
      throw failure("the store is down");
    }
    return rooms;
  }

  private boolean write(BooleanSupplier action) {
    answering();
    Runnable first = rival;
    rival = null;
    if (first != null) {
      alarm.run();
      first.run();
      answering();
    }
    boolean before = failsBefore;
    boolean after = failsAfter;
    down = endsWithWrite;
    failsBefore = false;
    failsAfter = false;
    endsWithWrite = false;
    if (before) {
      throw failure("the store failed before it wrote");
    }
    boolean written = action.getAsBoolean();
    if (after) {
      throw failure("the store failed after it wrote");
    }
    return written;
  }

  private RoomStoreException failure(String how) {
    alarm.run();
    return new RoomStoreException(how);
  }
}
