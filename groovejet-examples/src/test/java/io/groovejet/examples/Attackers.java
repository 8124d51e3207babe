package io.groovejet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * Attackers in a process of their own. They stand for other machines: where there is {@code nice},
 * they have only what the server and the pair leave of this one.
 */
final class Attackers implements AutoCloseable {

  private static final String READY = "READY";

  private final Process process;
  private final BufferedReader out;

  private Attackers(Process process) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
  }

  /** An attack that checks by itself what came of it. */
  private interface Attack {
    void begin() throws Exception;
  }

  /** Attackers in these ways, such as {@code pingFlood 20}, who wait for the word. */
  static Attackers of(String url, Transport transport, List<String> ways) throws IOException {
    List<String> command = new ArrayList<>();
    Programs.find("nice").ifPresent(nice -> command.addAll(List.of(nice.toString(), "-n", "19")));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Attackers.class.getName(), url, transport.name()));
    command.addAll(ways);
    Attackers attackers =
        new Attackers(new ProcessBuilder(command).redirectErrorStream(true).start());
    assertThat(attackers.out.lines().anyMatch(READY::equals)).as("attackers are ready").isTrue();
    return attackers;
  }

  /** They attack, all at once, and it has come of it what has to. */
  void attack() throws IOException, InterruptedException {
    process.getOutputStream().close();
    List<String> output = out.lines().toList();
    assertThat(process.waitFor()).as(() -> String.join("\n", output)).isZero();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Attacks when its input ends. */
  public static void main(String... arguments) throws IOException {
    Attacks attacks = new Attacks(arguments[0], Transport.valueOf(arguments[1]));
    List<Attack> ways = Stream.of(arguments).skip(2).map(way -> named(way, attacks)).toList();
    System.out.println(READY);
    int unused = System.in.read();
    CompletableFuture.allOf(
            ways.stream().map(Attackers::begun).toArray(CompletableFuture<?>[]::new))
        .join();
  }

  private static Attack named(String way, Attacks attacks) {
    String[] words = way.split(" ", -1);
    int[] n = Stream.of(words).skip(1).mapToInt(Integer::parseInt).toArray();
    return switch (words[0]) {
      case "neverRead" -> () -> attacks.neverRead(n[0]);
      case "endlessFragments" -> () -> attacks.endlessFragments(n[0], n[1]);
      case "pingFlood" -> () -> attacks.pingFlood(n[0]);
      case "messageFlood" -> attacks::messageFlood;
      case "halfOpenHandshakes" -> () -> attacks.halfOpenHandshakes(n[0]);
      case "guessCodes" -> () -> attacks.guessCodes(n[0], n[1], n[2], n[3], n[4]);
      case "hoardSnapshots" -> () -> attacks.hoardSnapshots(n[0]);
      case "comeAndGo" -> () -> attacks.comeAndGo(n[0]);
      default -> throw new IllegalArgumentException("unknown attack: " + way);
    };
  }

  private static CompletableFuture<Void> begun(Attack attack) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            attack.begin();
          } catch (Exception failed) {
            throw new CompletionException(failed);
          }
        },
        task -> new Thread(task, "attack").start());
  }
}
