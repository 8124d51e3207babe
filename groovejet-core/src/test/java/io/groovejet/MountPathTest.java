package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MountPathTest {

  @ParameterizedTest
  @CsvSource({
    "/lobby, /lobby, ''",
    "/lobby, /lobby/, /",
    "/lobby/, /lobby/rooms, /rooms",
    "/, /, /",
    "/, /rooms, /rooms",
    "/lobby, /lobby-by,",
    "/lobby, /,",
    "/lobby, /other/lobby,",
  })
  void whatIsAtOrBelowTheMountIsTheLobbys(String mount, String target, String below) {
    assertThat(MountPath.of(mount).below(target).orElse(null)).isEqualTo(below);
  }

  @ParameterizedTest
  @CsvSource({"/lobby, /lobby", "/lobby/, /lobby", "/, /"})
  void theSlashAtItsEndDoesNotMatter(String mount, String path) {
    assertThat(MountPath.of(mount).path()).isEqualTo(path);
  }

  @Test
  void aPathStartsWithASlash() {
    assertThatThrownBy(() -> MountPath.of("lobby"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lobby");
  }
}
