package dev.frontdesk.integrations.pocketsphinx;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.voice.spi.Heard;
import dev.frontdesk.voice.spi.ListeningHint;
import dev.frontdesk.voice.spi.SpeechToText;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// Recognition on this machine, of what `ListeningHint.grammar` allows and of nothing else: the
/// ears of the scripted agent, not of open conversation. Hears wideband sound only: on a phone line
/// of 8 kHz it understands nearly nothing, so it refuses one.
public final class PocketSphinx implements SpeechToText, AutoCloseable {
  private static final int LOWEST_RATE_HZ = 16_000;

  private final DecoderPool pool;
  private final SphinxSettings settings;
  private final AtomicInteger dropped = new AtomicInteger();

  private PocketSphinx(DecoderPool pool, SphinxSettings settings) {
    this.pool = pool;
    this.settings = settings;
  }

  /// @throws SphinxUnavailable when the library or its model is not installed
  public static PocketSphinx open(SphinxSettings settings) throws SphinxUnavailable {
    return new PocketSphinx(DecoderPool.open(settings), settings);
  }

  /// Makes one decoder ready (a quarter of a second), so that the first call does not wait for it.
  public void warmUp() {
    if (pool.enter()) {
      pool.leave(pool.take());
    }
  }

  @Override
  public String name() {
    return "pocketsphinx";
  }

  /// @throws IllegalArgumentException for a leg of less than 16 kHz
  @Override
  public AudioFormat accepts(AudioFormat leg) {
    if (leg.sampleRateHz() < LOWEST_RATE_HZ) {
      throw new IllegalArgumentException(
          "pocketsphinx hears 16 kHz and above, this line carries %d Hz: use a wideband transport"
                  .formatted(leg.sampleRateHz())
              + " (--transport websocket) or other ears");
    }
    return leg;
  }

  @Override
  public Duration lateFinal() {
    return Duration.ofMillis(500);
  }

  @Override
  public Ears open(
      CallId call, AudioFormat format, ListeningHint hint, MediaLoop loop, Listener listener) {
    var ears = new SphinxEars(pool, accepts(format), loop, listener, dropped);
    if (!pool.enter()) {
      ears.close();
      var full =
          new Failure.Throttled(
              "pocketsphinx hears " + settings.mostCalls() + " calls at once",
              Duration.ofSeconds(10));
      loop.execute(() -> listener.heard(new Heard.Lost(full, false)));
      return ears;
    }
    ears.expect(hint);
    Thread.ofPlatform().daemon().name("ears-" + call.value()).start(ears);
    return ears;
  }

  /// Stretches of sound that were dropped because decoding was behind.
  public int dropped() {
    return dropped.get();
  }

  /// No new calls; those under way end by themselves.
  @Override
  public void close() throws IOException {
    pool.close();
  }
}
