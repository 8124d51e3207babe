package com.example.backend;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A game's backend with a lobby at {@code /lobby}. */
@SpringBootApplication
public class Backend {

  public static void main(String... arguments) {
    SpringApplication.run(Backend.class, arguments);
  }
}
