package dev.frontdesk.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Nova's manners: interims of what is not final, finals piece by piece, an end of speech by
/// silence, a second one by the gap after the last word.
final class DeepgramNova implements DeepgramSpeech {
  /// Long speech is made final in pieces.
  private static final int LONGEST_PIECE_MS = 3_500;

  /// Silence is reported now and then, empty.
  private static final int LONGEST_SILENCE_MS = 5_000;

  private final DeepgramRequest request;
  private final DeepgramLatency latency;
  private final SimulatedHearing hearing;
  private final Out out;
  private final List<ClipWord> piece = new ArrayList<>(); // words since the last final
  private int pieceStartMs;
  private int interimAtMs;
  private boolean interimDue;
  private boolean speaking; // words since speech last ended
  private int lastWordEndMs = -1; // of words after which no UtteranceEnd came yet

  DeepgramNova(
      DeepgramRequest request, DeepgramLatency latency, SimulatedHearing hearing, Out out) {
    this.request = request;
    this.latency = latency;
    this.hearing = hearing;
    this.out = out;
  }

  @Override
  public void hear(byte[] bytes, int length) {
    hearing.hear(bytes, 0, length);
    take(hearing.takeWords());
    interim();
    if (speaking && request.endpointingMs() > 0 && hearing.silentMs() >= request.endpointingMs()) {
      speaking = false;
      result(true, false, latency.finality());
    } else if (pieceMs() >= LONGEST_PIECE_MS && !piece.isEmpty()
        || pieceMs() >= LONGEST_SILENCE_MS && piece.isEmpty() && !speaking) {
      result(false, false, latency.finality());
    }
    if (lastWordEndMs >= 0
        && request.utteranceEndMs() > 0
        && heardMs() - lastWordEndMs >= request.utteranceEndMs()
        && hearing.silentMs() >= request.utteranceEndMs()) {
      out.say(DeepgramJson.utteranceEnd(lastWordEndMs), latency.finality());
      lastWordEndMs = -1;
    }
  }

  @Override
  public int heardMs() {
    return hearing.heardMs();
  }

  @Override
  public void flush() {
    result(false, true, latency.forced());
  }

  @Override
  public void finish() {
    if (!piece.isEmpty()) {
      result(true, false, Duration.ZERO);
    }
    out.say("{\"type\":\"Metadata\",\"request_id\":\"simulated\",\"channels\":1}", Duration.ZERO);
  }

  private void take(List<ClipWord> words) {
    if (words.isEmpty()) {
      return;
    }
    if (!speaking && request.vadEvents()) {
      out.say(DeepgramJson.speechStarted(words.getFirst().startMs()), Duration.ZERO);
    }
    speaking = true;
    interimDue = true;
    piece.addAll(words);
    lastWordEndMs = words.getLast().endMs();
  }

  private void interim() {
    if (interimDue
        && request.interims()
        && heardMs() - interimAtMs >= latency.interimEvery().toMillis()) {
      interimDue = false;
      interimAtMs = heardMs();
      out.say(
          DeepgramJson.results(piece, pieceStartMs, heardMs(), false, false, false),
          latency.interim());
    }
  }

  private void result(boolean speechFinal, boolean fromFinalize, Duration delay) {
    out.say(
        DeepgramJson.results(piece, pieceStartMs, heardMs(), true, speechFinal, fromFinalize),
        delay);
    piece.clear();
    interimDue = false;
    pieceStartMs = heardMs();
  }

  private int pieceMs() {
    return heardMs() - pieceStartMs;
  }
}
