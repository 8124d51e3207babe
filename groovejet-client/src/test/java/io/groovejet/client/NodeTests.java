package io.groovejet.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The tests of a folder that run in Node.js, each as a test of its own. */
public final class NodeTests {

  /**
   * One result of the Test Anything Protocol: its verdict, its name, and what is indented below.
   */
  private static final Pattern RESULT =
      Pattern.compile("^(ok|not ok) \\d+ - (.*)\\n((?: +.*\\n)*)", Pattern.MULTILINE);

  private NodeTests() {}

  /**
   * Runs all {@code *.test.js}. Without Node.js this is aborted, or fails where {@code CI=true}.
   */
  public static Stream<DynamicTest> in(Path folder) throws IOException, InterruptedException {
    Node node =
        Node.run(Stream.concat(Stream.of("--test", "--test-reporter=tap"), files(folder).stream()));
    List<MatchResult> results = RESULT.matcher(node.output()).results().toList();
    assertThat(results).as(node.output()).isNotEmpty();
    return results.stream().map(NodeTests::dynamic);
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).filter(file -> file.endsWith(".test.js")).sorted().toList();
    }
  }

  private static DynamicTest dynamic(MatchResult result) {
    return DynamicTest.dynamicTest(
        result.group(2), () -> assertThat(result.group(1)).as(result.group(3)).isEqualTo("ok"));
  }
}
