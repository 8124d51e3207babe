package io.groovejet.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A signal on its way through the whole core, from one connection to the other. */
@State(Scope.Thread)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xbatch", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RelayBenchmark {

  @Param private Signal signal;

  @Param("2")
  private int seats;

  private OpenRoom.Client sender;
  private OpenRoom.Client receiver;
  private byte[] message;

  /** Opens a room for each thread in the one lobby. */
  @Setup
  public void open(OneLobby one) {
    OpenRoom room = new OpenRoom(one.lobby(), seats);
    sender = room.sender(signal);
    receiver = room.receiver(signal);
    message = signal.message(room.guestId());
  }

  /** Whether what was measured was a relay. */
  @TearDown
  public void check() {
    receiver.hasHeard(signal);
  }

  @Benchmark
  public byte[] relay() {
    sender.says(message);
    return receiver.last();
  }
}
