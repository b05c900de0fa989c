package dev.frontdesk.lab;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.vocabulary.Secret;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Both simulated speech vendors, for a test class to start and close.
final class Vendors implements AutoCloseable {
  static final Secret KEY = new Secret("right-key");

  private final MultiThreadIoEventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  final ClipRegistry clips = new ClipRegistry();
  final SimulatedDeepgram deepgram =
      SimulatedDeepgram.start(loops, clips, KEY, DeepgramLatency.NONE);
  final SimulatedElevenLabs elevenLabs =
      SimulatedElevenLabs.start(loops, ElevenLabsVoice.bursts(), KEY, ElevenLabsLatency.NONE);

  /// Someone says "a haircut tomorrow please"; known to the recogniser.
  byte[] speech(AudioFormat format) {
    var clip =
        SimulatedHearingTest.noise(
            format,
            1_400,
            42,
            List.of(
                new ClipWord("A", 20, 100),
                new ClipWord("haircut", 120, 500),
                new ClipWord("tomorrow", 540, 1_000),
                new ClipWord("please.", 1_020, 1_390)));
    clips.register(clip);
    return clip.audio();
  }

  @Override
  public void close() {
    deepgram.close();
    elevenLabs.close();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
