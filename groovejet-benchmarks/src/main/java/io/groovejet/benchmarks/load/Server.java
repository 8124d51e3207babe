package io.groovejet.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A server under load, in a process of its own. Closing it ends what was started here only. */
final class Server implements AutoCloseable {

  private final Contender contender;
  private final Target target;
  private final ProcessHandle process; // null when it is not known
  private final boolean ours;

  private Server(Contender contender, URI endpoint, ProcessHandle process, boolean ours) {
    this.contender = contender;
    this.target = new Target(endpoint, contender.dialect());
    this.process = process;
    this.ours = ours;
  }

  /** Starts it on the cores that are set aside for servers, or finds one that runs. */
  static Server of(Contender contender, Settings settings) {
    if (contender.endpoint().isPresent()) {
      ProcessHandle process = contender.pid().flatMap(ProcessHandle::of).orElse(null);
      return new Server(contender, contender.endpoint().get(), process, false);
    }
    return start(contender, settings, options(contender, settings));
  }

  /** Starts it with such options for Java; it accepts connections when this returns. */
  static Server start(Contender contender, Settings settings, List<String> options) {
    List<String> command = new ArrayList<>(Cores.pinnedTo(settings.text("server-cores")));
    command.addAll(contender.commandLine(java(settings), options));
    try {
      Process process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      String line = out.readLine();
      while (line != null && !line.startsWith("READY http")) {
        line = out.readLine(); // something that Java itself has to say
      }
      if (line == null) {
        throw new IllegalStateException(contender.name() + " did not start");
      }
      URI endpoint = URI.create(line.split(" ", -1)[1].replaceFirst("http", "ws"));
      return new Server(contender, endpoint, process.toHandle(), true);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String java(Settings settings) {
    String other = settings.text("java");
    return other.isEmpty()
        ? Path.of(System.getProperty("java.home"), "bin", "java").toString()
        : other;
  }

  private static List<String> options(Contender contender, Settings settings) {
    List<String> options = new ArrayList<>(List.of("-Xmx1g"));
    contender.rehearsed().ifPresent(kept -> options.add(kept.option(contender, java(settings))));
    options.addAll(settings.words("jvm"));
    return options;
  }

  String name() {
    return contender.name();
  }

  Contender contender() {
    return contender;
  }

  Target target() {
    return target;
  }

  /** The CPU time it has taken, in steps of 10 ms; zero when its process is not known. */
  Duration cpu() {
    return process == null
        ? Duration.ZERO
        : process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** The memory it has in use, as the operating system counts it, in bytes. */
  long resident() {
    try {
      String line =
          Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
              .filter(each -> each.startsWith("VmRSS:"))
              .findFirst()
              .orElseThrow();
      return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** What lives on its heap, after a full collection, in bytes. */
  long liveHeap() {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      Process asked =
          new ProcessBuilder(jcmd, String.valueOf(process.pid()), "GC.class_histogram").start();
      List<String> lines = asked.inputReader(StandardCharsets.UTF_8).lines().toList();
      String total = lines.get(lines.size() - 1); // "Total  instances  bytes"
      return Long.parseLong(total.strip().split("\\s+")[2]);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    if (ours) {
      process.destroyForcibly();
      process.onExit().join();
    }
  }
}
