package io.groovejet.mvstore;

import io.groovejet.store.RoomStore;
import io.groovejet.store.RoomStoreException;
import io.groovejet.store.SnapshotStore;
import io.groovejet.store.StoredRooms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a lobby's rooms, snapshots and token key in one file, so that a server that is started
 * again goes on where it stopped.
 *
 * <p>What was acknowledged to a client is in the file: it survives the end of the process, however
 * that ends, {@code kill -9} included. That it also survives the loss of power takes {@linkplain
 * #open(Path, boolean) syncing}, which costs a disk flush for every change of a room.
 *
 * <p>One process at a time uses a directory. Threads: any.
 */
public final class DurableStore implements AutoCloseable {

  private static final int FORMAT = 2;
  private static final int KEY_BYTES = 32;
  private static final String FILE = "lobby.mv";
  private static final String NEWBORN = "lobby.mv.new"; // until it can be told from a damaged one
  private static final String WATERMARK = "lobby.mark";
  private static final String DAMAGED = "it is damaged; restore it, or move it away to begin anew";

  private final Vault vault;
  private final MVMap<String, byte[]> facts;
  private final StoredRoomMap rooms;
  private final StoredSnapshotMap snapshots;

  private DurableStore(Vault vault, long snapshotBudget) {
    this.vault = vault;
    this.facts = vault.map("facts");
    checkFormat();
    checkValues("rooms");
    checkValues("snapshots");
    this.rooms = new StoredRoomMap(vault);
    this.snapshots = new StoredSnapshotMap(vault, snapshotBudget);
    snapshots.keepOnly(rooms.blobs());
  }

  /**
   * Opens the store in {@code directory}, which is made if it is not there, without disk flushes.
   *
   * @throws IOException if it is in use, cannot be read, is damaged, or has a form this version
   *     does not know; the message says which, and the file is left as it is
   */
  public static DurableStore open(Path directory) throws IOException {
    return open(directory, false);
  }

  /**
   * Opens the store in {@code directory}, which is made if it is not there.
   *
   * @param syncing whether every change is flushed to the disk before it is acknowledged
   * @throws IOException if it is in use, cannot be read, is damaged, or has a form this version
   *     does not know; the message says which, and the file is left as it is
   */
  public static DurableStore open(Path directory, boolean syncing) throws IOException {
    make(directory);
    Path file = directory.resolve(FILE);
    Path watermark = directory.resolve(WATERMARK);
    if (!Files.exists(file)) {
      Files.deleteIfExists(watermark);
      bear(directory.resolve(NEWBORN), file);
    }
    if (Files.size(file) == 0) {
      throw unusable(file, DAMAGED, null); // which to MVStore is a new one
    }
    MVStore store = opened(file);
    try {
      if (store.getCurrentVersion() < Watermark.read(watermark)) {
        throw new IllegalArgumentException(
            "it holds less than was acknowledged; restore it, or delete "
                + WATERMARK
                + " to go on with what is left");
      }
      Vault vault = new Vault(store, Watermark.at(watermark), syncing);
      return new DurableStore(vault, StoredSnapshotMap.DEFAULT_BUDGET);
    } catch (MVStoreException damaged) {
      store.closeImmediately();
      throw unusable(file, DAMAGED, damaged);
    } catch (RoomStoreException | IllegalArgumentException unreadable) {
      store.closeImmediately();
      throw unusable(file, unreadable.getMessage(), unreadable);
    }
  }

  /** Makes a file that says what it is from its first moment on. */
  private static void bear(Path newborn, Path file) throws IOException {
    Files.deleteIfExists(newborn);
    MVStore store = opened(newborn);
    MVMap<String, byte[]> facts = store.openMap("facts");
    facts.put("format", new byte[] {FORMAT, StoredRooms.FORMAT});
    store.close();
    Files.move(newborn, file);
  }

  /** Where the rooms are kept. */
  public RoomStore rooms() {
    return rooms;
  }

  /** Where the snapshots are kept. */
  public SnapshotStore snapshots() {
    return snapshots;
  }

  /** The secret key that signs client tokens, drawn when the store was made. */
  public byte[] tokenKey() {
    byte[] key = facts.get("tokenKey");
    if (key != null) {
      return Seal.opened(key);
    }
    byte[] drawn = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(drawn);
    vault.change(() -> facts.put("tokenKey", Seal.on(drawn)));
    return drawn.clone();
  }

  /** Closes the file. Whatever uses the store afterwards hears that it does not answer. */
  @Override
  public void close() {
    vault.close();
  }

  private void checkFormat() {
    byte[] format = facts.get("format");
    if (format == null) {
      throw new IllegalArgumentException(DAMAGED);
    }
    if (format.length != 2 || format[0] != FORMAT || format[1] > StoredRooms.FORMAT) {
      throw new IllegalArgumentException("it was written in a form this version does not know");
    }
    byte[] key = facts.get("tokenKey");
    if (key != null) {
      Seal.opened(key);
    }
  }

  /** Looks at all values before anything is written, so that a damaged file is left as it is. */
  private void checkValues(String map) {
    vault.map(map).forEach((name, value) -> Seal.opened(value));
  }

  private static void make(Path directory) throws IOException {
    try {
      Files.createDirectories(directory);
    } catch (IOException refused) {
      throw new IOException("the lobby's directory " + directory + " cannot be made", refused);
    }
  }

  private static MVStore opened(Path file) throws IOException {
    try {
      return new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().open();
    } catch (MVStoreException refused) {
      String reason =
          switch (refused.getErrorCode()) {
            case DataUtils.ERROR_FILE_LOCKED -> "another process uses it";
            case DataUtils.ERROR_UNSUPPORTED_FORMAT ->
                "it was written in a form this version does not know";
            default -> DAMAGED;
          };
      throw unusable(file, reason, refused);
    }
  }

  private static IOException unusable(
      Path file, @Nullable String why, @Nullable RuntimeException cause) {
    return new IOException("the lobby's file " + file + " cannot be used: " + why, cause);
  }
}
