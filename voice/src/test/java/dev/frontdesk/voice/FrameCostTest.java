package dev.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/// A call hears fifty frames a second, most of them silence: they must cost no garbage.
class FrameCostTest {
  private static final int FRAMES = 20_000;

  @Test
  void a_frame_of_silence_allocates_nothing() {
    var scene = new Scene();
    scene.open().untilListening(0);
    hear(scene, FRAMES);
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    long before = threads.getCurrentThreadAllocatedBytes();
    hear(scene, FRAMES);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(bytes / (double) FRAMES).isLessThan(1);
  }

  private static void hear(Scene scene, int frames) {
    var quiet = new byte[160];
    java.util.Arrays.fill(quiet, (byte) 0xff);
    for (int i = 0; i < frames; i++) {
      scene.conversation().audio(quiet, 0, quiet.length, -1);
    }
  }
}
