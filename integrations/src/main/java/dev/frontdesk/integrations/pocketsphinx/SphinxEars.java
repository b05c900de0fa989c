package dev.frontdesk.integrations.pocketsphinx;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.FormatConverter;
import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.voice.spi.Heard;
import dev.frontdesk.voice.spi.ListeningHint;
import dev.frontdesk.voice.spi.SpeechToText;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One call's ears: the loop puts sound into a mailbox, a thread of the call's own decodes it and
/// hands what it heard back to the loop.
final class SphinxEars implements SpeechToText.Ears, Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(SphinxEars.class);

  /// Sound that may wait while decoding is behind; more is dropped.
  private static final int MOST_WAITING_MILLIS = 10_000;

  private final DecoderPool pool;
  private final AudioFormat format;
  private final MediaLoop loop;
  private final SpeechToText.Listener listener;
  private final LinkedBlockingQueue<Order> orders = new LinkedBlockingQueue<>();
  private final AtomicInteger waitingBytes = new AtomicInteger();
  private final AtomicInteger dropped;
  private boolean closed; // read and written on the loop only

  SphinxEars(
      DecoderPool pool,
      AudioFormat format,
      MediaLoop loop,
      SpeechToText.Listener listener,
      AtomicInteger dropped) {
    this.pool = pool;
    this.format = format;
    this.loop = loop;
    this.listener = listener;
    this.dropped = dropped;
  }

  private sealed interface Order {
    record Audio(byte[] bytes) implements Order {}

    record Expect(ListeningHint hint) implements Order {}

    record Flush() implements Order {}

    record Close() implements Order {}
  }

  @Override
  public void audio(byte[] bytes, int offset, int length) {
    if (closed) {
      return;
    }
    if (waitingBytes.get() + length > format.bytesOf(MOST_WAITING_MILLIS)) {
      dropped.incrementAndGet();
      return;
    }
    waitingBytes.addAndGet(length);
    orders.add(new Order.Audio(Arrays.copyOfRange(bytes, offset, offset + length)));
  }

  @Override
  public void expect(ListeningHint hint) {
    if (!closed) {
      orders.add(new Order.Expect(hint));
    }
  }

  @Override
  public void flush() {
    if (!closed) {
      orders.add(new Order.Flush());
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      orders.add(new Order.Close());
    }
  }

  @Override
  public void run() {
    SphinxDecoder sound = null;
    try {
      var decoder = pool.take();
      serve(decoder);
      sound = decoder;
    } catch (InterruptedException shuttingDown) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException bug) {
      LOG.error("PocketSphinx failed on a call", bug);
      tell(lost(bug));
    } finally {
      pool.leave(sound);
    }
  }

  private void serve(SphinxDecoder decoder) throws InterruptedException {
    decoder.newCall();
    var utterances = new Utterances(decoder, this::tell);
    var converter = new FormatConverter(format, AudioFormat.WIDEBAND);
    while (true) {
      switch (orders.take()) {
        case Order.Audio(var bytes) -> {
          waitingBytes.addAndGet(-bytes.length);
          byte[] wide = converter.convert(bytes, 0, bytes.length);
          utterances.audio(wide, 0, wide.length);
        }
        case Order.Expect(var hint) -> {
          if (!utterances.expect(hint.grammar().get())) {
            LOG.warn("PocketSphinx refuses a grammar; what was expected before stays");
          }
        }
        case Order.Flush() -> utterances.flush();
        case Order.Close() -> {
          utterances.flush();
          return;
        }
      }
    }
  }

  private void tell(Heard heard) {
    loop.execute(
        () -> {
          if (!closed) {
            listener.heard(heard);
          }
        });
  }

  private static Heard lost(RuntimeException why) {
    String what = why.getClass().getSimpleName();
    return new Heard.Lost(new Failure.Permanent("pocketsphinx: " + what), false);
  }
}
