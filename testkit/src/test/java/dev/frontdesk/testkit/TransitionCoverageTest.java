package dev.frontdesk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.vocabulary.Transitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransitionCoverageTest {
  private enum Lamp {
    OFF,
    ON,
    BROKEN
  }

  private enum Act {
    SWITCH,
    DROP
  }

  private final TransitionCoverage<Lamp, Act> coverage =
      TransitionCoverage.of(
          "Lamp",
          Transitions.<Lamp, Act>startingAt(Lamp.OFF)
              .from(Lamp.OFF).on(Act.SWITCH).to(Lamp.ON)
              .from(Lamp.ON).on(Act.SWITCH).to(Lamp.OFF).on(Act.DROP).to(Lamp.BROKEN)
              .table());

  @Test
  void a_row_no_test_took_is_named() {
    coverage.step(coverage.step(Lamp.OFF, Act.SWITCH), Act.SWITCH);

    assertThatThrownBy(coverage::everyTransitionWasVisited)
        .isInstanceOf(AssertionError.class)
        .hasMessage("Lamp: no test took\n  ON --DROP--> BROKEN");

    coverage.visited(Lamp.ON, Act.DROP);
    coverage.everyTransitionWasVisited();
  }

  @Test
  void the_diagram_shows_every_row_and_both_ends() {
    assertThat(coverage.diagram())
        .contains("[*] --> OFF", "OFF --> ON : SWITCH", "ON --> BROKEN : DROP", "BROKEN --> [*]");
  }

  @Test
  void a_stale_or_missing_diagram_fails(@TempDir Path folder) throws IOException {
    assertThatThrownBy(() -> coverage.diagramIsCurrent(folder))
        .isInstanceOf(AssertionError.class);

    Files.writeString(folder.resolve("Lamp.md"), coverage.diagram());
    coverage.diagramIsCurrent(folder);

    Files.writeString(folder.resolve("Lamp.md"), coverage.diagram() + "more");
    assertThatThrownBy(() -> coverage.diagramIsCurrent(folder))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Lamp.md does not show the table");
  }
}
