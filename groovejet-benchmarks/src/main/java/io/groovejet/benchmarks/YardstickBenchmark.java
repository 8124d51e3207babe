package io.groovejet.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a relay is to be compared with: the least it could do, which is to copy the message, and the
 * usual, which is to decode it and write it anew (without building anything of it on the way).
 */
@State(Scope.Thread)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xbatch", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class YardstickBenchmark {

  @Param({"OFFER_OBJECT", "OFFER_STRING", "CANDIDATE"})
  private Signal signal;

  private final JsonFactory json = new JsonFactory();
  private byte[] message;

  /** Has a message. */
  @Setup
  public void prepare() {
    message = signal.message(new UUID(1, 2));
  }

  @Benchmark
  public byte[] copy() {
    return Arrays.copyOf(message, message.length);
  }

  @Benchmark
  public byte[] parseAndWrite() throws IOException {
    ByteArrayBuilder written = new ByteArrayBuilder(message.length);
    try (JsonParser parser = json.createParser(message);
        JsonGenerator generator = json.createGenerator(written)) {
      while (parser.nextToken() != null) {
        generator.copyCurrentEvent(parser);
      }
    }
    return written.toByteArray();
  }
}
