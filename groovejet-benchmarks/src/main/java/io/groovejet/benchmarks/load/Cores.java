package io.groovejet.benchmarks.load;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;

/** Which processors a process may use, on Linux; elsewhere, or for no cores, all of them. */
final class Cores {

  private Cores() {}

  /** What a command line begins with to be run on those cores. */
  static List<String> pinnedTo(String cores) {
    return cores.isEmpty() || !isThere() ? List.of() : List.of("taskset", "-c", cores);
  }

  /** Keeps this process to those cores. */
  static void stayOn(String cores) {
    if (!cores.isEmpty() && isThere()) {
      String self = String.valueOf(ProcessHandle.current().pid());
      run("taskset", "-a", "-p", "-c", cores, self);
    }
  }

  private static boolean isThere() {
    return run("taskset", "--version");
  }

  private static boolean run(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start()
              .onExit()
              .join()
              .exitValue()
          == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
