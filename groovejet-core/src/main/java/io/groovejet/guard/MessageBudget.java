package io.groovejet.guard;

/**
 * What one connection may still send: two buckets, of messages and of bytes, that fill with time.
 * Time is an argument, in nanoseconds of any origin. For one thread at a time.
 */
public final class MessageBudget {

  private static final long SECOND = 1_000_000_000L;
  private static final int LAST_STRAW = 3;

  private final Rate messages;
  private final Rate bytes;
  private int members = 1; // a host's counts are per member of its room
  private double messagesLeft; // spent by messages, filled by time
  private double bytesLeft; // spent by bytes, filled by time
  private long filledAt; // when the buckets were last filled
  private long toldAt; // when the client was last told that it is over
  private int secondsOver; // how many seconds in a row it was

  /** What is to become of a message. */
  public enum Decision {
    /** It is within the budget. */
    TAKE,
    /** It is over; drop it. */
    DROP,
    /** It is over; drop it and say so. */
    DROP_AND_TELL,
    /** It was over for too long; close the connection. */
    CLOSE
  }

  /** A full budget at {@code now}. */
  public MessageBudget(Rate messages, Rate bytes, long now) {
    this.messages = messages;
    this.bytes = bytes;
    this.filledAt = now;
    this.toldAt = now - 2 * SECOND;
    fill();
  }

  /** Scales the budget to a host's room; becoming host fills it. */
  public void serve(int roomMembers, boolean full) {
    members = Math.max(1, roomMembers);
    if (full) {
      fill();
    }
  }

  /** Decides about a message of {@code size} bytes that arrives at {@code now}. */
  public Decision spend(int size, long now) {
    refill(now);
    if (messagesLeft >= 1 && bytesLeft >= size) {
      messagesLeft -= 1;
      bytesLeft -= size;
      return Decision.TAKE;
    }
    long sinceTold = now - toldAt;
    if (sinceTold < SECOND) {
      return Decision.DROP;
    }
    secondsOver = sinceTold < 2 * SECOND ? secondsOver + 1 : 1;
    toldAt = now;
    return secondsOver >= LAST_STRAW ? Decision.CLOSE : Decision.DROP_AND_TELL;
  }

  private void fill() {
    messagesLeft = (double) messages.burst() * members;
    bytesLeft = (double) bytes.burst() * members;
  }

  private void refill(long now) {
    double seconds = (double) (now - filledAt) / SECOND;
    filledAt = now;
    double mostMessages = (double) messages.burst() * members;
    double mostBytes = (double) bytes.burst() * members;
    messagesLeft = Math.min(mostMessages, messagesLeft + seconds * messages.perSecond() * members);
    bytesLeft = Math.min(mostBytes, bytesLeft + seconds * bytes.perSecond() * members);
  }
}
