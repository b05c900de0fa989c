package dev.frontdesk.voice;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.FormatConverter;
import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.voice.spi.Heard;
import dev.frontdesk.voice.spi.ListeningHint;
import dev.frontdesk.voice.spi.SpeechToText;
import dev.frontdesk.vocabulary.CallId;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The call's line to the recogniser, opened again a few times when it is lost for good.
final class Hearing {
  private static final int MOST_REOPENINGS = 3;
  private static final Duration BACK_OFF = Duration.ofMillis(200);

  private final SpeechToText recogniser;
  private final CallId call;
  private final AudioFormat format;
  private final @Nullable FormatConverter converter;
  private byte[] converted = {};
  private final MediaLoop loop;
  private final Consumer<Event> mailbox;
  private ListeningHint hint = ListeningHint.OPEN;
  private SpeechToText.@Nullable Ears ears;
  private int line;
  private int reopenings;
  private boolean closed;

  Hearing(
      SpeechToText recogniser,
      CallId call,
      AudioFormat leg,
      MediaLoop loop,
      Consumer<Event> mailbox) {
    this.recogniser = recogniser;
    this.call = call;
    this.format = recogniser.accepts(leg);
    this.converter = format.equals(leg) ? null : new FormatConverter(leg, format);
    this.loop = loop;
    this.mailbox = mailbox;
  }

  void open() {
    if (closed) {
      return;
    }
    int thisLine = ++line;
    ears =
        recogniser.open(
            call, format, hint, loop, heard -> {
              if (thisLine == line && !closed) {
                heard(heard);
              }
            });
  }

  private void heard(Heard heard) {
    if (!(heard instanceof Heard.Lost)) {
      reopenings = 0;
    }
    mailbox.accept(new Event.Words(heard));
  }

  void audio(byte[] bytes, int offset, int length) {
    if (ears == null) {
      return;
    }
    if (converter == null) {
      ears.audio(bytes, offset, length);
      return;
    }
    int most = converter.mostOutput(length);
    if (converted.length < most) {
      converted = new byte[most];
    }
    ears.audio(converted, 0, converter.convert(bytes, offset, length, converted, 0));
  }

  void expect(ListeningHint expected) {
    hint = expected;
    if (ears != null) {
      ears.expect(expected);
    }
  }

  void flush() {
    if (ears != null) {
      ears.flush();
    }
  }

  void reopen() {
    closeEars();
    line++;
    if (++reopenings > MOST_REOPENINGS) {
      mailbox.accept(new Event.HearingGone());
    } else {
      loop.schedule(this::open, BACK_OFF.multipliedBy(reopenings));
    }
  }

  void close() {
    closed = true;
    closeEars();
  }

  private void closeEars() {
    if (ears != null) {
      ears.close();
      ears = null;
    }
  }
}
