package io.groovejet.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What Node.js says about the client: its tests, its types and its size. */
class ClientTest {

  private static final Path TESTS = Path.of("src", "test", "js");
  private static final Path TSC = Path.of("node_modules", "typescript", "bin", "tsc");

  /**
   * One result of the Test Anything Protocol: its verdict, its name, and what is indented below.
   */
  private static final Pattern RESULT =
      Pattern.compile("^(ok|not ok) \\d+ - (.*)\\n((?: +.*\\n)*)", Pattern.MULTILINE);

  @TestFactory
  Stream<DynamicTest> itsLogic() throws Exception {
    try (Stream<Path> files = Files.list(TESTS)) {
      List<String> tests =
          files.map(Path::toString).filter(file -> file.endsWith(".test.js")).sorted().toList();
      Node node =
          Node.run(Stream.concat(Stream.of("--test", "--test-reporter=tap"), tests.stream()));
      List<MatchResult> results = RESULT.matcher(node.output()).results().toList();
      assertThat(results).as(node.output()).isNotEmpty();
      return results.stream().map(ClientTest::dynamic);
    }
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

  private static DynamicTest dynamic(MatchResult result) {
    return DynamicTest.dynamicTest(
        result.group(2), () -> assertThat(result.group(1)).as(result.group(3)).isEqualTo("ok"));
  }
}
