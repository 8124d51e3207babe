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

  private static final int FORMAT = 1;
  private static final int KEY_BYTES = 32;
  private static final String FILE = "lobby.mv";

  private final Vault vault;
  private final MVMap<String, byte[]> facts;
  private final StoredRoomMap rooms;
  private final StoredSnapshotMap snapshots;

  private DurableStore(Vault vault, long snapshotBudget) {
    this.vault = vault;
    this.facts = vault.map("facts");
    checkFormat();
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
    MVStore store = opened(file);
    try {
      return new DurableStore(new Vault(store, syncing), StoredSnapshotMap.DEFAULT_BUDGET);
    } catch (RoomStoreException | MVStoreException | IllegalArgumentException unreadable) {
      store.closeImmediately();
      throw new IOException(
          "the lobby's file " + file + " cannot be used: " + unreadable.getMessage(), unreadable);
    }
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
      return key.clone();
    }
    byte[] drawn = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(drawn);
    vault.change(() -> facts.put("tokenKey", drawn));
    return drawn.clone();
  }

  /** Closes the file. Whatever uses the store afterwards hears that it does not answer. */
  @Override
  public void close() {
    vault.close();
  }

  private void checkFormat() {
    byte[] format = facts.get("format");
    byte[] ours = {FORMAT, StoredRooms.FORMAT};
    if (format == null && facts.isEmpty()) {
      vault.change(() -> facts.put("format", ours));
    } else if (format == null || format.length != 2 || format[0] != FORMAT || format[1] > ours[1]) {
      throw new RoomStoreException("it was written in a form this version does not know");
    }
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
            default -> "it is damaged; restore it, or move it away to begin anew";
          };
      throw new IOException("the lobby's file " + file + " cannot be used: " + reason, refused);
    }
  }
}
