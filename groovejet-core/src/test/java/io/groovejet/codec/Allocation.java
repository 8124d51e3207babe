package io.groovejet.codec;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What something costs in memory. */
final class Allocation {

  private Allocation() {}

  /** How many bytes this thread allocates meanwhile. */
  static long of(Runnable work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    work.run();
    return threads.getThreadAllocatedBytes(thread) - before;
  }
}
