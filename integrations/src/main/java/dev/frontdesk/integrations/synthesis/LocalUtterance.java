package dev.frontdesk.integrations.synthesis;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.FormatConverter;
import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.voice.spi.TextToSpeech;
import dev.frontdesk.voice.spi.TextToSpeech.WordTiming;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One text on its way to one call: computed on a worker's thread, told on the call's loop.
final class LocalUtterance implements TextToSpeech.Speaking, Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(LocalUtterance.class);

  /// Handed over in stretches, so that the loop never copies seconds of sound at once.
  private static final int STRETCH_MILLIS = 200;

  private final Synthesiser synthesiser;
  private final String text;
  private final int wordsPerMinute;
  private final AudioFormat format;
  private final MediaLoop loop;
  private final TextToSpeech.Listener to;
  private final FormatConverter converter;
  private volatile boolean cancelled;
  private boolean ended; // read and written on the loop only

  LocalUtterance(
      Synthesiser synthesiser,
      String text,
      int wordsPerMinute,
      AudioFormat format,
      MediaLoop loop,
      TextToSpeech.Listener to) {
    this.synthesiser = synthesiser;
    this.text = text;
    this.wordsPerMinute = wordsPerMinute;
    this.format = format;
    this.loop = loop;
    this.to = to;
    converter = new FormatConverter(synthesiser.format(), format);
  }

  @Override
  public void cancel() {
    cancelled = true;
  }

  @Override
  public void run() {
    if (cancelled) {
      return;
    }
    try {
      synthesiser.synthesise(text, wordsPerMinute, this::sound);
      hand(converter.drain());
      end(to::finished);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      fail(new Failure.Retryable("the voice is shutting down"));
    } catch (SynthesisFailed failed) {
      String detail = String.valueOf(failed.getMessage());
      fail(failed.lasting() ? new Failure.Permanent(detail) : new Failure.Retryable(detail));
    } catch (RuntimeException bug) {
      LOG.error("A voice failed on an utterance", bug);
      fail(new Failure.Permanent(synthesiser.name() + ": " + bug.getClass().getSimpleName()));
    }
  }

  void fail(Failure failure) {
    end(() -> to.failed(failure));
  }

  private boolean sound(byte[] bytes, List<WordTiming> words) {
    if (cancelled) {
      return false;
    }
    if (!words.isEmpty()) {
      tell(() -> to.timings(words));
    }
    hand(converter.convert(bytes, 0, bytes.length));
    return !cancelled;
  }

  private void hand(byte[] bytes) {
    int stretch = format.bytesOf(STRETCH_MILLIS);
    for (int at = 0; at < bytes.length; at += stretch) {
      byte[] piece = Arrays.copyOfRange(bytes, at, Math.min(at + stretch, bytes.length));
      tell(() -> to.audio(piece));
    }
  }

  private void end(Runnable last) {
    tell(
        () -> {
          ended = true;
          last.run();
        });
  }

  private void tell(Runnable news) {
    loop.execute(
        () -> {
          if (!cancelled && !ended) {
            news.run();
          }
        });
  }
}
