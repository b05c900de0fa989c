package dev.frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingPlanTest {

  @Test
  void a_leg_that_came_back_overwrites_nothing(@TempDir Path folder) throws IOException {
    var first = RecordingPlan.free(folder, "leg");
    Files.createFile(first);
    var second = RecordingPlan.free(folder, "leg");
    Files.createFile(second);

    assertThat(first).hasFileName("leg.wav");
    assertThat(second).hasFileName("leg-2.wav");
    assertThat(RecordingPlan.free(folder, "leg")).hasFileName("leg-3.wav");
  }
}
