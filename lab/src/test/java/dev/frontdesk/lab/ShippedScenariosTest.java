package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.vocabulary.OrgId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedScenariosTest {

  @Test
  void every_shipped_scenario_can_be_read_and_is_named_as_its_file() throws IOException {
    for (var file : shipped()) {
      var scenario = ScenarioReader.read(file, new OrgId("o"));

      assertThat(file.getFileName()).hasToString(scenario.name() + ".yaml");
    }
    assertThat(shipped()).hasSizeGreaterThanOrEqualTo(25);
  }

  private static List<Path> shipped() throws IOException {
    try (var files = Files.list(Path.of("scenarios"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
