package dev.frontdesk.integrations.deepgram;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.vocabulary.Transcript;
import dev.frontdesk.voice.spi.Heard;
import dev.frontdesk.voice.spi.ListeningHint;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/// `/v1/listen`. Finals come piecemeal until one says `speech_final`, or `UtteranceEnd` follows
/// where noise has kept the endpointing from hearing silence.
///
/// @see <a href="https://developers.deepgram.com/docs/understand-endpointing-interim-results">
///     Endpointing and interim results</a>
final class NovaDialect implements Dialect {
  private final DeepgramSettings settings;
  private KeyTerms told = new KeyTerms(List.of());
  private boolean interimPending;
  private boolean finalsOpen; // finals since speech last ended

  NovaDialect(DeepgramSettings settings) {
    this.settings = settings;
  }

  @Override
  public URI address(AudioFormat format, ListeningHint hint) {
    told = new KeyTerms(hint.keyTerms());
    return settings
        .base()
        .resolve(
            "/v1/listen?model="
                + settings.model()
                + "&language="
                + settings.language()
                + Encodings.query(format)
                + "&channels=1&interim_results=true&smart_format=true&vad_events=true&endpointing="
                + settings.endpointing().toMillis()
                + "&utterance_end_ms="
                + settings.utteranceEnd().toMillis()
                + told.query());
  }

  @Override
  public double read(DeepgramMessage message, Consumer<Heard> to) {
    return switch (message.type()) {
      case "Results" -> results(message, to);
      case "UtteranceEnd" -> {
        endOfSpeech(to);
        yield -1;
      }
      default -> -1;
    };
  }

  private double results(DeepgramMessage message, Consumer<Heard> to) {
    var text = new Transcript(message.transcript().strip());
    if (!message.isFinal()) {
      if (!text.isBlank()) {
        interimPending = true;
        to.accept(new Heard.Interim(text));
      }
      return -1;
    }
    interimPending = false;
    boolean ends = message.speechFinal();
    if (!text.isBlank() || message.fromFinalize()) {
      finalsOpen = !ends && (finalsOpen || !text.isBlank());
      to.accept(new Heard.Final(text, ends));
    } else if (ends) {
      endOfSpeech(to);
    }
    return message.heardUntil();
  }

  private void endOfSpeech(Consumer<Heard> to) {
    if (finalsOpen) {
      finalsOpen = false;
      to.accept(new Heard.Final(new Transcript(""), true));
    }
  }

  @Override
  public String configure(ListeningHint hint) {
    var wanted = new KeyTerms(hint.keyTerms());
    if (wanted.equals(told) || !settings.model().startsWith("nova-3")) {
      return "";
    }
    told = wanted;
    return "{\"type\":\"Configure\",\"keyterms\":" + wanted.json() + "}";
  }

  @Override
  public String flush() {
    return "{\"type\":\"Finalize\"}";
  }

  @Override
  public String keepAlive() {
    return "{\"type\":\"KeepAlive\"}";
  }

  @Override
  public boolean wordsPending() {
    return interimPending;
  }

  @Override
  public void restart() {
    interimPending = false;
  }
}
