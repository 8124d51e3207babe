package io.groovejet.examples;

import io.groovejet.client.NodeTests;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What of the page needs no browser: the rules of its game, and its QR codes. */
class PageScriptsTest {

  @TestFactory
  Stream<DynamicTest> theyDoWhatTheyShould() throws Exception {
    return NodeTests.in(Path.of("src", "test", "js"));
  }
}
