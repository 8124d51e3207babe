package io.groovejet.benchmarks;

import io.groovejet.Lobby;
import io.groovejet.guard.Limits;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The lobby that all threads of a benchmark share; nobody is held to a rate. */
@State(Scope.Benchmark)
public class OneLobby {

  private final Lobby lobby = Lobby.builder().limits(Limits.unlimited()).build();

  Lobby lobby() {
    return lobby;
  }
}
