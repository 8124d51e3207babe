package io.groovejet.testkit;

import io.groovejet.Names;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.RoomCode;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Names that come one after the other, the same in every run: clients are {@code
 * 00000000-0000-4000-8000-000000000001} and so on, rooms {@code bbbbb}, {@code bbbbc} and so on.
 */
public final class ScriptedNames implements Names {

  private static final String LETTERS = "bcdfghjkmnpqrstvwxz";
  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT = 0x8000000000000000L;

  private final AtomicLong clients = new AtomicLong();
  private final AtomicLong rooms = new AtomicLong();
  private final AtomicLong nodes = new AtomicLong();

  /** Names from the first on. */
  public ScriptedNames() {}

  @Override
  public ClientId clientId() {
    return new ClientId(new UUID(VERSION_4, VARIANT | clients.incrementAndGet()));
  }

  @Override
  public RoomCode roomCode(int length) {
    long number = rooms.getAndIncrement();
    char[] code = new char[length];
    for (int i = length - 1; i >= 0; i--) {
      code[i] = LETTERS.charAt((int) (number % LETTERS.length()));
      number /= LETTERS.length();
    }
    return new RoomCode(new String(code));
  }

  @Override
  public long node() {
    return nodes.incrementAndGet();
  }

  @Override
  public byte[] key(int length) {
    byte[] key = new byte[length];
    Arrays.fill(key, (byte) 7);
    return key;
  }
}
