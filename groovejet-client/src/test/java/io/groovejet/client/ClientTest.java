package io.groovejet.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What Node.js says about the client: its tests, its types and its size. */
class ClientTest {

  private static final Path TSC = Path.of("node_modules", "typescript", "bin", "tsc");

  @TestFactory
  Stream<DynamicTest> itsLogic() throws Exception {
    return NodeTests.in(Path.of("src", "test", "js"));
  }

  @Test
  void aGameCompilesAgainstItsTypesAndAMistakeDoesNot() throws Exception {
    if (!Files.exists(TSC)) {
      Node.isMissing("no TypeScript: npm ci in groovejet-client installs it");
    }

    Node node = Node.run(Stream.of(TSC.toString(), "-p", "src/test/ts"));

    assertThat(node.exitCode()).as(node.output()).isZero();
  }

  @Test
  void itIsSmall() throws Exception {
    Node node = Node.run(Stream.of("src/test/size.js"));

    System.out.print(node.output());
    assertThat(node.exitCode()).as(node.output()).isZero();
  }
}
