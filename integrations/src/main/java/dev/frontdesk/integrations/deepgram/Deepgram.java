package dev.frontdesk.integrations.deepgram;

import dev.frontdesk.integrations.wire.WireClient;
import dev.frontdesk.integrations.wire.WireCounters;
import dev.frontdesk.integrations.wire.WireSettings;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.voice.spi.ListeningHint;
import dev.frontdesk.voice.spi.SpeechToText;
import java.time.Duration;

/// Deepgram as ears. Takes a leg's audio as it is, whichever rate it has: nothing is resampled.
/// Each call has a connection of its own on the call's event loop.
public final class Deepgram implements SpeechToText, AutoCloseable {
  private final DeepgramSettings settings;
  private final WireClient wire;

  public Deepgram(DeepgramSettings settings) {
    this(settings, WireSettings.USUAL);
  }

  public Deepgram(DeepgramSettings settings, WireSettings wire) {
    this.settings = settings;
    this.wire = new WireClient(wire);
  }

  @Override
  public String name() {
    return "deepgram-" + settings.model();
  }

  @Override
  public AudioFormat accepts(AudioFormat leg) {
    return leg;
  }

  @Override
  public Duration lateFinal() {
    return Duration.ofMillis(350);
  }

  @Override
  public Ears open(
      CallId call, AudioFormat format, ListeningHint hint, MediaLoop loop, Listener listener) {
    var dialect = settings.isFlux() ? new FluxDialect(settings) : new NovaDialect(settings);
    var connection =
        new DeepgramStream(wire, wire.loop(loop), settings, dialect, format, hint, listener);
    return new DeepgramEars(connection, wire.loop(loop));
  }

  public WireCounters counters() {
    return wire.counters();
  }

  /// Closes what this opened for calls whose loop is not Netty's.
  @Override
  public void close() {
    wire.close();
  }
}
