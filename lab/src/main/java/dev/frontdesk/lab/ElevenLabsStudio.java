package dev.frontdesk.lab;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Speaks texts, each once, and keeps the latest. Safe from any thread.
final class ElevenLabsStudio {
  private static final int MOST_KEPT = 400;

  private final ElevenLabsVoice voice;
  private final int chunkMs;
  private final Map<Order, ElevenLabsChunks> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Order, ElevenLabsChunks> eldest) {
          return size() > MOST_KEPT;
        }
      };

  ElevenLabsStudio(ElevenLabsVoice voice, int chunkMs) {
    this.voice = voice;
    this.chunkMs = chunkMs;
  }

  private record Order(String text, ElevenLabsRequest request) {}

  /// Hands the utterance to `to`, at once when it was spoken before, else later and from another
  /// thread.
  void speak(String text, ElevenLabsRequest request, Consumer<ElevenLabsChunks> to) {
    var order = new Order(text, request);
    var known = find(order);
    if (known != null) {
      to.accept(known);
    } else {
      Thread.startVirtualThread(() -> to.accept(make(order)));
    }
  }

  private ElevenLabsChunks make(Order order) {
    var format = order.request.format();
    var speech = voice.say(order.text, format);
    var chunks =
        ElevenLabsChunks.of(order.text, speech, format, chunkMs, order.request.alignment());
    synchronized (kept) {
      kept.put(order, chunks);
    }
    return chunks;
  }

  private @Nullable ElevenLabsChunks find(Order order) {
    synchronized (kept) {
      return kept.get(order);
    }
  }
}
