package io.groovejet;

/** What one client has sent of a message that is not complete. From any thread. */
final class Intake implements Backlog.Debtor {

  private final Backlog all;
  private final Runnable hangUp;

  private final Object lock = new Object();
  private long bytes; // guarded by lock
  private boolean over; // guarded by lock: nothing is kept any more

  /**
   * Nothing was sent yet.
   *
   * @param all counts this with what others have sent
   * @param hangUp called when that is too much, and this the most of it
   */
  Intake(Backlog all, Runnable hangUp) {
    this.all = all;
    this.hangUp = hangUp;
  }

  /** So many bytes are kept now. */
  void keeps(long size) {
    synchronized (lock) {
      if (!over) {
        count(size - bytes);
      }
    }
    all.relieve();
  }

  /** Nothing is kept from now on. */
  void end() {
    synchronized (lock) {
      count(-bytes);
      over = true;
    }
  }

  @Override
  public long waitingBytes() {
    synchronized (lock) {
      return bytes;
    }
  }

  @Override
  public void giveUp() {
    hangUp.run();
  }

  private void count(long more) {
    bytes += more;
    if (more > 0) {
      all.add(this, more);
    } else if (more < 0) {
      all.remove(-more);
    }
    if (bytes == 0) {
      all.done(this);
    }
  }
}
