package io.groovejet.benchmarks;

import java.nio.charset.StandardCharsets;
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

/**
 * What it costs when one side of the seam has bytes and the other strings: one text is encoded and
 * one decoded. Either a transport of strings pays this at a seam of bytes, or a transport of bytes
 * at a seam of strings.
 */
@State(Scope.Thread)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xbatch", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SeamBenchmark {

  @Param({"OFFER_STRING", "OFFER_NOT_ASCII"})
  private Signal signal;

  private OpenRoom.Client sender;
  private OpenRoom.Client receiver;
  private byte[] bytes;
  private String string;

  /** Opens a room for each thread in the one lobby. */
  @Setup
  public void open(OneLobby one) {
    OpenRoom room = new OpenRoom(one.lobby(), 2);
    sender = room.sender(signal);
    receiver = room.receiver(signal);
    bytes = signal.message(room.guestId());
    string = new String(bytes, StandardCharsets.UTF_8);
  }

  /** Whether what was measured was a relay. */
  @TearDown
  public void check() {
    receiver.hasHeard(signal);
  }

  @Benchmark
  public byte[] same() {
    sender.says(bytes);
    return receiver.last();
  }

  @Benchmark
  public String converted() {
    sender.says(string);
    return new String(receiver.last(), StandardCharsets.UTF_8);
  }
}
