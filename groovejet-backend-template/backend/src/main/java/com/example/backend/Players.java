package com.example.backend;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is logged in; yours asks a database. */
@Component
public class Players {

  private final Map<String, String> bySession = Map.of("s1", "ada", "s2", "bob");

  /** The player of a session. */
  public Optional<String> in(String session) {
    return Optional.ofNullable(bySession.get(session));
  }
}
