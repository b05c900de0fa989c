package dev.frontdesk.integrations.elevenlabs;

import dev.frontdesk.integrations.wire.CallLoop;
import dev.frontdesk.integrations.wire.WireClient;
import dev.frontdesk.integrations.wire.WireCounters;
import dev.frontdesk.integrations.wire.WireSettings;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.voice.spi.TextToSpeech;
import io.netty.channel.EventLoop;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// ElevenLabs as a voice. A call keeps one warm connection for its consecutive utterances, each in
/// a context of its own; connections are kept per event loop and pass on to other calls once idle.
public final class ElevenLabs implements TextToSpeech, AutoCloseable {
  private static final Set<Integer> LINEAR_RATES = Set.of(8_000, 16_000, 22_050, 24_000, 44_100);

  private final ElevenLabsSettings settings;
  private final WireClient wire;
  private final Map<EventLoop, LinePool> pools = new ConcurrentHashMap<>();

  public ElevenLabs(ElevenLabsSettings settings) {
    this(settings, WireSettings.USUAL);
  }

  public ElevenLabs(ElevenLabsSettings settings, WireSettings wire) {
    this.settings = settings;
    this.wire = new WireClient(wire);
  }

  @Override
  public String name() {
    return "elevenlabs-" + settings.model();
  }

  @Override
  public AudioFormat gives(AudioFormat leg) {
    boolean given =
        switch (leg.encoding()) {
          case ULAW -> leg.sampleRateHz() == 8_000;
          case L16 -> LINEAR_RATES.contains(leg.sampleRateHz());
        };
    return given ? leg : AudioFormat.WIDEBAND;
  }

  @Override
  public void prepare(CallId call, MediaLoop loop) {
    var calls = wire.loop(loop);
    var pool = pool(calls);
    calls.onSockets(() -> pool.prepare(call));
  }

  @Override
  public Speaking speak(
      CallId call, String text, Locale language, AudioFormat format, MediaLoop loop, Listener to) {
    var calls = wire.loop(loop);
    var utterance = new Utterance(text, format, calls, to);
    var kind = new LineKind(format, language.getLanguage());
    var pool = pool(calls);
    calls.sockets().execute(() -> pool.speak(call, kind, utterance));
    return utterance;
  }

  public WireCounters counters() {
    return wire.counters();
  }

  /// Closes the connections that no utterance uses, and what this opened for calls whose loop is
  /// not Netty's.
  @Override
  public void close() {
    pools.forEach(
        (loop, pool) -> {
          if (!loop.isShuttingDown()) { // a loop that is gone has closed its sockets itself
            loop.execute(pool::close);
          }
        });
    wire.close();
  }

  private LinePool pool(CallLoop calls) {
    return pools.computeIfAbsent(
        calls.sockets(), loop -> new LinePool(settings, wire, loop));
  }
}
