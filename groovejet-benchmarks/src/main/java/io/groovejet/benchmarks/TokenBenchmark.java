package io.groovejet.benchmarks;

import io.groovejet.identity.ClientTokens;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Proving who a client is, once per connection. */
@State(Scope.Thread)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xbatch", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TokenBenchmark {

  private final Instant now = Instant.EPOCH;
  private final ClientTokens tokens =
      new ClientTokens(new byte[ClientTokens.MIN_KEY_BYTES], Duration.ofDays(1));
  private ClientId client;
  private Secret token;

  /** Has a token to verify. */
  @Setup
  public void prepare() {
    client = new ClientId(UUID.randomUUID());
    token = tokens.issue(client, now);
  }

  @Benchmark
  public Secret issue() {
    return tokens.issue(client, now);
  }

  @Benchmark
  public Optional<ClientId> verify() {
    return tokens.verify(token, now);
  }
}
