package io.groovejet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The example server as somebody starts it from a shell. */
final class ServerProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Most of these servers live for a second, and compile nothing that pays. */
  private static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final Process process;
  private final BufferedReader out;
  private final BufferedReader err;

  private ServerProcess(Process process) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.err = process.errorReader(StandardCharsets.UTF_8);
  }

  /** Starts it from the class path of the tests. */
  static ServerProcess start(String... arguments) throws IOException {
    List<String> what = new ArrayList<>(SHORT_LIVED);
    what.add("-cp");
    what.add(System.getProperty("java.class.path"));
    what.add(ExampleServer.class.getName());
    return start(what, arguments);
  }

  /** Starts one of little memory that is to be attacked, and says what it {@link #holds}. */
  static ServerProcess startSmall(String... arguments) throws IOException {
    List<String> what =
        List.of(
            "-Xmx256m",
            "-XX:+UseG1GC", // Java's own choice where it finds two processors
            "-XX:+ExitOnOutOfMemoryError",
            "-cp",
            System.getProperty("java.class.path"),
            AttackedServer.class.getName());
    return start(what, arguments);
  }

  /** Starts it from its jar. */
  static ServerProcess startJar(Path jar, String... arguments) throws IOException {
    return start(List.of("-jar", jar.toString()), arguments);
  }

  private static ServerProcess start(List<String> what, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(what);
    command.addAll(List.of(arguments));
    return new ServerProcess(new ProcessBuilder(command).start());
  }

  /** Waits until it is ready, and returns its URL. */
  String url() throws IOException {
    String line = out.readLine();
    assertThat(line).startsWith("READY http://127.0.0.1:");
    return line.split(" ", -1)[1];
  }

  /** What the lobby of a small one holds, and its heap in KiB behind it. */
  String holds() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
    String line = out.readLine();
    assertThat(line).as("answer of the attacked server").isNotNull();
    return line;
  }

  /** Ends a small one, which nothing was thrown in that nobody caught. */
  void endsInPeace() throws IOException, InterruptedException {
    process.getOutputStream().close();
    assertThat(complaints())
        .noneMatch(line -> line.contains("Exception") || line.contains("SEVERE"));
    assertThat(exitCode()).isZero();
  }

  /** Asks it to end, as Ctrl-C does; what it says meanwhile can still be read. */
  void end() {
    process.toHandle().destroy();
  }

  /** Waits for its end, and returns its exit code. */
  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  /** What else it printed, until its end. */
  List<String> output() {
    return out.lines().toList();
  }

  /** The next line it logs, which is waited for. */
  String logs() throws IOException {
    return Objects.requireNonNull(err.readLine());
  }

  /** What it complained about, until its end. */
  List<String> complaints() {
    return err.lines().toList();
  }

  /** Ends it at once, as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
