package io.groovejet.benchmarks;

import io.groovejet.codec.Decoded;
import io.groovejet.codec.Decoder;
import io.groovejet.codec.Encoder;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.Json;
import io.groovejet.protocol.ServerMessage;
import io.groovejet.protocol.ServerMessage.GuestOfferSignal;
import io.groovejet.protocol.ServerMessage.IceCandidateSignal;
import java.util.Optional;
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

/** The two halves of a relay that know JSON. */
@State(Scope.Thread)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xbatch", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBenchmark {

  @Param({"OFFER_OBJECT", "OFFER_STRING", "CANDIDATE"})
  private Signal signal;

  private byte[] received;
  private ServerMessage relayed;

  /** Has one text to read and one message to write. */
  @Setup
  public void prepare() {
    ClientId guest = new ClientId(UUID.randomUUID());
    received = signal.message(guest.value());
    Json payload = Json.of(signal.payload());
    relayed =
        signal == Signal.CANDIDATE
            ? new IceCandidateSignal(payload, guest, 1)
            : new GuestOfferSignal(payload, guest, 1);
  }

  @Benchmark
  public Decoded decode() {
    return Decoder.decode(received, Dialect.MESSAGE);
  }

  @Benchmark
  public Optional<byte[]> encode() {
    return Encoder.encode(relayed, null, Dialect.MESSAGE);
  }
}
