package dev.frontdesk.integrations.deepgram;

import dev.frontdesk.integrations.wire.AudioMemory;
import dev.frontdesk.integrations.wire.CallLoop;
import dev.frontdesk.integrations.wire.WireClient;
import dev.frontdesk.integrations.wire.WireCounters.Event;
import dev.frontdesk.integrations.wire.WireListener;
import dev.frontdesk.integrations.wire.WireSocket;
import dev.frontdesk.integrations.wire.WireTarget;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.MediaLoop.Timer;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.voice.spi.Heard;
import dev.frontdesk.voice.spi.ListeningHint;
import dev.frontdesk.voice.spi.SpeechToText.Listener;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// One call's audio on its way to Deepgram, over as many connections as it takes. Lives on the
/// sockets' event loop.
///
/// Audio goes into a bounded memory first and from there to the connection, as far as it takes it,
/// in messages of 40 ms: the vendor likes 20 to 250, and each costs a system call on either side.
/// What was not made final yet stays there, so that after a drop it is heard again.
final class DeepgramStream {
  private static final Logger LOG = LoggerFactory.getLogger(DeepgramStream.class);

  static final int MEMORY_MILLIS = 10_000;

  /// Speech may have begun well before words show it.
  private static final int OVERLAP_MILLIS = 3_000;

  private static final int MESSAGE_MILLIS = 40;
  private static final int MOST_MALFORMED = 3;

  private final WireClient wire;
  private final CallLoop loop;
  private final DeepgramSettings settings;
  private final Dialect dialect;
  private final AudioFormat format;
  private final Listener listener;
  private final AudioMemory memory;
  private final byte[] outgoing;
  private ListeningHint hint;
  private @Nullable WireSocket socket;
  private @Nullable Timer timer;
  private Retries retries = new Retries();
  private long sent; // position in the memory
  private long connectionBegan; // position of the connection's first byte
  private boolean opened;
  private boolean sentLately;
  private boolean flushWanted;
  private int malformed;
  private boolean over;
  private volatile boolean muted;

  DeepgramStream(
      WireClient wire,
      CallLoop loop,
      DeepgramSettings settings,
      Dialect dialect,
      AudioFormat format,
      ListeningHint hint,
      Listener listener) {
    this.wire = wire;
    this.loop = loop;
    this.settings = settings;
    this.dialect = dialect;
    this.format = format;
    this.hint = hint;
    this.listener = listener;
    this.memory = new AudioMemory(format.bytesOf(MEMORY_MILLIS));
    this.outgoing = new byte[8 * format.frameBytes()];
  }

  void connect() {
    if (!over) {
      var address = dialect.address(format, hint);
      var target = new WireTarget(address, "Authorization", "Token ", settings.key());
      socket = wire.connect(loop.sockets(), target, new Connection());
    }
  }

  void audio(byte[] bytes, int offset, int length) {
    if (!over) {
      memory.append(bytes, offset, length);
      if (memory.end() - sent >= format.bytesOf(MESSAGE_MILLIS)) {
        pump();
      }
    }
  }

  void expect(ListeningHint next) {
    hint = next;
    if (socket != null && socket.isOpen()) {
      String change = dialect.configure(next);
      if (!change.isEmpty()) {
        socket.text(change);
      }
    }
  }

  void flush() {
    pump();
    if (socket != null && socket.isOpen() && sent == memory.end()) {
      socket.text(dialect.flush());
    } else {
      flushWanted = !over;
    }
  }

  /// From now on the listener hears nothing; from any thread.
  void mute() {
    muted = true;
  }

  void close() {
    over = true;
    if (timer != null) {
      timer.cancel();
    }
    if (socket != null) {
      if (socket.isOpen()) {
        socket.text("{\"type\":\"CloseStream\"}");
      }
      socket.close();
    }
  }

  private void pump() {
    if (sent < memory.start()) {
      wire.counters().count(Event.DROPPED);
      sent = memory.start();
    }
    if (socket == null || !socket.takes()) {
      return;
    }
    while (sent < memory.end() && socket.takes()) {
      int length = memory.read(sent, outgoing);
      socket.binary(outgoing, 0, length);
      sent += length;
      sentLately = true;
    }
    if (flushWanted && sent == memory.end()) {
      flushWanted = false;
      socket.text(dialect.flush());
    }
  }

  private void keepAlive() {
    if (over || socket == null || !socket.isOpen()) {
      return;
    }
    if (!sentLately) {
      String message = dialect.keepAlive();
      if (message.isEmpty()) {
        audio(silence(), 0, format.frameBytes());
      } else {
        socket.text(message);
      }
    }
    sentLately = false;
    timer = loop.after(settings.keepAlive(), this::keepAlive);
  }

  private byte[] silence() {
    byte[] frame = new byte[format.frameBytes()];
    if (format.encoding() == AudioFormat.Encoding.ULAW) {
      Arrays.fill(frame, (byte) 0xff);
    }
    return frame;
  }

  private void lost(Failure failure) {
    socket = null;
    if (over) {
      return;
    }
    if (timer != null) {
      timer.cancel();
    }
    if (opened && !dialect.wordsPending()) {
      memory.forgetUntil(memory.end() - format.bytesOf(OVERLAP_MILLIS));
    }
    opened = false;
    dialect.restart();
    sent = memory.start();
    var wait = retries.after(failure);
    boolean recovers = wait.isPresent();
    if (!recovers || retries.first()) {
      LOG.warn("recogniser lost, recovers={}, {}", recovers, failure);
      tell(new Heard.Lost(failure, recovers));
    }
    over = !recovers;
    wait.ifPresent(pause -> timer = loop.after(pause, this::connect));
  }

  private void tell(Heard heard) {
    loop.onCall(
        () -> {
          if (!muted) {
            listener.heard(heard);
          }
        });
  }

  private void understand(DeepgramMessage message) {
    double finalSeconds = dialect.read(message, this::tell);
    if (finalSeconds >= 0) {
      long position = connectionBegan + format.bytesOf((int) Math.round(finalSeconds * 1000));
      memory.forgetUntil(Math.min(position, sent));
    }
    switch (message.type()) {
      case "Error", "ConfigureFailure" -> {
        wire.counters().count(Event.REFUSED);
        LOG.warn("recogniser refused something: {}", message.code());
      }
      case "Results", "UtteranceEnd", "TurnInfo" -> retries = new Retries();
      case "SpeechStarted", "Metadata", "Connected", "ConfigureSuccess" -> {}
      default -> wire.counters().count(Event.UNKNOWN);
    }
  }

  private final class Connection implements WireListener {
    @Override
    public void opened() {
      opened = true;
      connectionBegan = memory.start();
      sent = connectionBegan;
      malformed = 0;
      if (retries.begun()) {
        wire.counters().count(Event.RECONNECTED);
      }
      expect(hint);
      pump();
      timer = loop.after(settings.keepAlive(), DeepgramStream.this::keepAlive);
    }

    @Override
    public void caughtUp() {
      pump();
    }

    @Override
    public void text(byte[] utf8, int length) {
      try {
        understand(DeepgramMessage.read(utf8, length));
        malformed = 0;
      } catch (JacksonException e) {
        wire.counters().count(Event.MALFORMED);
        malformed++;
        if (malformed == MOST_MALFORMED && socket != null) {
          socket.close();
          closed(new Failure.Retryable("messages that are not JSON"));
        }
      }
    }

    @Override
    public void closed(Failure failure) {
      lost(failure);
    }
  }
}
