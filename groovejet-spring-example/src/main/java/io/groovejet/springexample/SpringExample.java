package io.groovejet.springexample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application whose players meet at {@code /}. */
@SpringBootApplication
public class SpringExample {

  /** Starts it. */
  public static void main(String... arguments) {
    SpringApplication.run(SpringExample.class, arguments);
  }
}
