package dev.frontdesk.integrations.elevenlabs;

import dev.frontdesk.integrations.wire.WireClient;
import dev.frontdesk.integrations.wire.WireCounters.Event;
import dev.frontdesk.integrations.wire.WireJson;
import dev.frontdesk.integrations.wire.WireListener;
import dev.frontdesk.integrations.wire.WireSocket;
import dev.frontdesk.integrations.wire.WireTarget;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// One connection, which speaks the utterances of one call at a time. Lives on its event loop.
///
/// A context is told its whole text and closed at once: the vendor goes on speaking what was
/// flushed, and its `isFinal` then marks the end. What comes for a cancelled context is dropped.
final class Line implements WireListener {
  private static final Logger LOG = LoggerFactory.getLogger(Line.class);

  private static final int MOST_CONTEXTS = 5; // the vendor's limit
  private static final int MOST_MALFORMED = 3;

  private final ElevenLabsSettings settings;
  private final LineKind kind;
  private final WireClient wire;
  private final EventLoop loop;
  private final LinePool pool;
  private final Map<String, Utterance> contexts = new LinkedHashMap<>();
  private CallId call;
  private @Nullable WireSocket socket;
  private @Nullable ScheduledFuture<?> watch;
  private boolean progress;
  private int idleTicks;
  private int malformed;
  private long contextsMade;
  private boolean over;

  Line(
      ElevenLabsSettings settings,
      LineKind kind,
      CallId call,
      WireClient wire,
      EventLoop loop,
      LinePool pool) {
    this.settings = settings;
    this.kind = kind;
    this.call = call;
    this.wire = wire;
    this.loop = loop;
    this.pool = pool;
  }

  LineKind kind() {
    return kind;
  }

  CallId call() {
    return call;
  }

  void take(CallId by) {
    call = by;
    idleTicks = 0;
  }

  boolean idle() {
    return contexts.isEmpty();
  }

  boolean hasRoom() {
    return contexts.size() < MOST_CONTEXTS;
  }

  int idleTicks() {
    return idleTicks;
  }

  int tick() {
    idleTicks = idle() ? idleTicks + 1 : 0;
    return idleTicks;
  }

  void connect() {
    var target = new WireTarget(kind.address(settings), "xi-api-key", "", settings.key());
    socket = wire.connect(loop, target, this);
  }

  void speak(Utterance utterance) {
    String context = "u" + contextsMade++;
    contexts.put(context, utterance);
    if (socket != null && socket.isOpen()) {
      send(context, utterance);
    }
    progress = true;
    watchLater();
  }

  void close() {
    over = true;
    if (watch != null) {
      watch.cancel(false);
    }
    if (socket != null) {
      if (socket.isOpen()) {
        socket.text("{\"close_socket\":true}");
      }
      socket.close();
    }
  }

  @Override
  public void opened() {
    contexts.values().removeIf(Utterance::cancelled);
    new LinkedHashMap<>(contexts).forEach(this::send);
    progress = true;
  }

  @Override
  public void text(byte[] utf8, int length) {
    progress = true;
    try {
      understand(ElevenLabsMessage.read(utf8, length));
      malformed = 0;
    } catch (JacksonException e) {
      wire.counters().count(Event.MALFORMED);
      malformed++;
      if (malformed == MOST_MALFORMED) {
        giveUp(new Retryable("messages that are not JSON"));
      }
    }
  }

  @Override
  public void closed(Failure failure) {
    if (over) {
      return;
    }
    over = true;
    if (watch != null) {
      watch.cancel(false);
    }
    var cutOff = List.copyOf(contexts.values());
    contexts.clear();
    if (!cutOff.isEmpty()) {
      LOG.warn("voice lost, utterances={}, {}", cutOff.size(), failure);
    }
    pool.lost(this, failure, cutOff);
  }

  private void send(String context, Utterance utterance) {
    if (utterance.cancelled() || socket == null) {
      contexts.remove(context);
      return;
    }
    String id = "\"context_id\":\"" + context + "\"";
    socket.text("{\"text\":\" \"," + id + "}");
    socket.text(
        "{\"text\":" + WireJson.quote(utterance.text() + " ") + "," + id + ",\"flush\":true}");
    if (!socket.text("{" + id + ",\"close_context\":true}")) {
      giveUp(new Retryable("stalled: too much unsent"));
    }
  }

  private void understand(ElevenLabsMessage message) {
    if (!message.error().isEmpty()) {
      wire.counters().count(Event.REFUSED);
      giveUp(message.failure());
      return;
    }
    var utterance = contexts.get(message.context());
    if (utterance == null) {
      wire.counters().count(Event.UNKNOWN);
      return;
    }
    utterance.heard(message);
    if (message.isFinal()) {
      contexts.remove(message.context());
      utterance.finished();
    }
  }

  private void giveUp(Failure failure) {
    if (socket != null) {
      socket.close();
    }
    closed(failure);
  }

  private void watchLater() {
    if (watch == null || watch.isDone()) {
      watch = loop.schedule(this::watch, settings.patience().toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void watch() {
    if (over || contexts.isEmpty()) {
      watch = null;
      return;
    }
    if (!progress) {
      wire.counters().count(Event.STALLED);
      giveUp(new Retryable("no audio within " + settings.patience()));
      return;
    }
    progress = false;
    watch = loop.schedule(this::watch, settings.patience().toNanos(), TimeUnit.NANOSECONDS);
  }
}
