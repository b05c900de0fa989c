package dev.frontdesk.integrations.deepgram;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.vocabulary.Transcript;
import dev.frontdesk.voice.spi.Heard;
import dev.frontdesk.voice.spi.ListeningHint;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/// `/v2/listen`: the recogniser decides itself when a turn ends, and tells early when it may.
///
/// @see <a href="https://developers.deepgram.com/docs/flux/state">Flux's state machine</a>
final class FluxDialect implements Dialect {
  private final DeepgramSettings settings;
  private KeyTerms told = new KeyTerms(List.of());
  private FluxPatience patience = FluxPatience.USUAL;
  private String lastUpdate = "";

  FluxDialect(DeepgramSettings settings) {
    this.settings = settings;
  }

  @Override
  public URI address(AudioFormat format, ListeningHint hint) {
    told = new KeyTerms(hint.keyTerms());
    patience = FluxPatience.forDetail(hint.detail());
    String language =
        settings.model().endsWith("multi") ? "&language_hint=" + settings.language() : "";
    return settings
        .base()
        .resolve(
            "/v2/listen?model="
                + settings.model()
                + Encodings.query(format)
                + patience.query()
                + language
                + told.query());
  }

  @Override
  public double read(DeepgramMessage message, Consumer<Heard> to) {
    if (!message.type().equals("TurnInfo")) {
      return -1;
    }
    var text = new Transcript(message.transcript().strip());
    switch (message.event()) {
      case "Update", "StartOfTurn" -> update(text, to);
      case "EagerEndOfTurn" -> to.accept(new Heard.EagerEndOfTurn(text, message.confidence()));
      case "TurnResumed" -> {
        to.accept(new Heard.TurnResumed());
        update(text, to);
      }
      case "EndOfTurn" -> {
        lastUpdate = "";
        to.accept(new Heard.EndOfTurn(text, message.confidence()));
        return message.heardUntil();
      }
      default -> {}
    }
    return -1;
  }

  /// Updates come every quarter second, whether or not there is anything new in them.
  private void update(Transcript text, Consumer<Heard> to) {
    if (!text.isBlank() && !text.text().equals(lastUpdate)) {
      lastUpdate = text.text();
      to.accept(new Heard.Interim(text));
    }
  }

  @Override
  public String configure(ListeningHint hint) {
    var terms = new KeyTerms(hint.keyTerms());
    var wanted = FluxPatience.forDetail(hint.detail());
    if (terms.equals(told) && wanted.equals(patience)) {
      return "";
    }
    told = terms;
    patience = wanted;
    return "{\"type\":\"Configure\",\"thresholds\":"
        + wanted.json()
        + ",\"keyterms\":"
        + terms.json()
        + "}";
  }

  @Override
  public String flush() {
    return "{\"type\":\"ForceEndTurn\"}";
  }

  @Override
  public String keepAlive() {
    return ""; // Flux knows no such message
  }

  @Override
  public boolean wordsPending() {
    return !lastUpdate.isEmpty();
  }

  @Override
  public void restart() {
    lastUpdate = "";
  }
}
