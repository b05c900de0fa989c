package dev.frontdesk.integrations.elevenlabs;

import dev.frontdesk.integrations.wire.WireClient;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Throttled;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The connections of one event loop. Lives on it.
///
/// A call keeps the line it was given while it uses it now and then; a line left alone for half a
/// minute goes to whoever asks next, and one left alone for two minutes is closed, before the
/// vendor does it.
final class LinePool {
  private static final Duration TICK = Duration.ofSeconds(30);
  private static final int TICKS_KEPT_FOR_CALL = 2;
  private static final int TICKS_KEPT_OPEN = 4;

  private final ElevenLabsSettings settings;
  private final WireClient wire;
  private final EventLoop loop;
  private final List<Line> lines = new ArrayList<>();
  private LineKind likely = LineKind.USUAL;
  private boolean ticking;

  LinePool(ElevenLabsSettings settings, WireClient wire, EventLoop loop) {
    this.settings = settings;
    this.wire = wire;
    this.loop = loop;
  }

  /// Which format the call will want is not known yet; most likely the one asked for last.
  void prepare(CallId call) {
    lineFor(call, likely);
  }

  void speak(CallId call, LineKind kind, Utterance utterance) {
    if (utterance.cancelled()) {
      return;
    }
    likely = kind;
    var line = lineFor(call, kind);
    if (line == null) {
      utterance.failed(new Throttled("all connections are busy", Duration.ofSeconds(1)));
    } else {
      line.speak(utterance);
    }
  }

  /// Takes a line out. Utterances of which nothing was heard yet get one other chance: a warm
  /// connection may have died unnoticed.
  void lost(Line line, Failure failure, List<Utterance> cutOff) {
    lines.remove(line);
    for (var utterance : cutOff) {
      if (utterance.mayRetry(failure)) {
        speak(line.call(), line.kind(), utterance);
      } else {
        utterance.failed(failure);
      }
    }
  }

  void close() {
    for (var line : List.copyOf(lines)) {
      if (line.idle()) {
        lines.remove(line);
        line.close();
      }
    }
  }

  private @Nullable Line lineFor(CallId call, LineKind kind) {
    var line = find(call, kind, TICKS_KEPT_FOR_CALL);
    if (line == null && lines.size() >= settings.mostLines()) {
      line = find(call, kind, 0);
    }
    if (line == null && mayOpen()) {
      line = new Line(settings, kind, call, wire, loop, this);
      lines.add(line);
      line.connect();
      tickLater();
    }
    if (line != null) {
      line.take(call);
    }
    return line;
  }

  /// Whether there is room for one more line, if need be by closing the one idle for longest.
  private boolean mayOpen() {
    if (lines.size() < settings.mostLines()) {
      return true;
    }
    var idlest = lines.stream().filter(Line::idle).max(Comparator.comparingInt(Line::idleTicks));
    idlest.ifPresent(
        line -> {
          lines.remove(line);
          line.close();
        });
    return idlest.isPresent();
  }

  /// The call's own line, or one that nobody speaks on and its call has left alone this long.
  private @Nullable Line find(CallId call, LineKind kind, int ticksIdle) {
    Line free = null;
    for (var line : lines) {
      if (!line.kind().equals(kind) || !line.hasRoom()) {
        continue;
      }
      if (line.call().equals(call)) {
        return line;
      }
      if (line.idle() && line.idleTicks() >= ticksIdle) {
        free = line;
      }
    }
    return free;
  }

  private void tickLater() {
    if (!ticking) {
      ticking = true;
      loop.schedule(this::tick, TICK.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private void tick() {
    ticking = false;
    for (var line : List.copyOf(lines)) {
      if (line.tick() >= TICKS_KEPT_OPEN) {
        lines.remove(line);
        line.close();
      }
    }
    if (!lines.isEmpty()) {
      tickLater();
    }
  }
}
