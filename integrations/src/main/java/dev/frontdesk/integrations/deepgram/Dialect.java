package dev.frontdesk.integrations.deepgram;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.voice.spi.Heard;
import dev.frontdesk.voice.spi.ListeningHint;
import java.net.URI;
import java.util.function.Consumer;

/// How one of Deepgram's two interfaces is spoken, for one call. Keeps what it must remember of
/// the conversation; knows no socket.
interface Dialect {
  URI address(AudioFormat format, ListeningHint hint);

  /// Turns a message into what was heard, which may be nothing or several things.
  ///
  /// @return what became final with it, in seconds of this connection's audio; negative for none
  double read(DeepgramMessage message, Consumer<Heard> to);

  /// Tells a running stream what to expect next; empty when there is nothing new to tell.
  String configure(ListeningHint hint);

  /// Asks for what was heard so far.
  String flush();

  /// Keeps a stream without audio open; empty when only audio can.
  String keepAlive();

  /// Whether words were reported that are not final yet.
  boolean wordsPending();

  /// A new connection begins; what was not final is told again.
  void restart();
}
