package io.groovejet.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What an IDE completes. */
class PropertyMetadataTest {

  @Test
  void everyPropertyIsThereWithASentenceAndInTheReadme() throws Exception {
    String readme = Files.readString(Path.of("README.md"));
    String file = "/META-INF/spring-configuration-metadata.json";
    List<String> names = new ArrayList<>();
    try (InputStream json = Objects.requireNonNull(getClass().getResourceAsStream(file))) {
      for (JsonNode property : new ObjectMapper().readTree(json).get("properties")) {
        names.add(property.get("name").asText());
        assertThat(readme).contains("| `" + property.get("name").asText() + "` |");
        assertThat(property.path("description").asText()).as(property.toString()).isNotEmpty();
      }
    }

    assertThat(names)
        .hasSize(size(GroovejetProperties.class))
        .contains(
            "groovejet.path",
            "groovejet.timers.host-grace",
            "groovejet.limits.max-clients",
            "groovejet.ice.turn-secret");
  }

  /** How many properties a record is bound from, those of its groups included. */
  private static int size(Class<?> type) {
    int size = 0;
    for (RecordComponent component : type.getRecordComponents()) {
      size += component.getType().isRecord() ? size(component.getType()) : 1;
    }
    return size;
  }
}
