package dev.frontdesk.telephony.spi;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.telephony.MediaTicket;
import io.netty.buffer.ByteBuf;

/// One media socket as its codec sees it: what it says about the call goes up, bytes go down.
/// Everything happens on `loop()`.
public interface MediaSocket {

  MediaTicket ticket();

  MediaLoop loop();

  // Up: to whoever talks on this leg.

  /// The far side has said which call this is: from now on audio may flow.
  ///
  /// @param carrierCall what the far side names the call; empty where its protocol has no name
  void started(AudioFormat format, String carrierCall);

  /// @see dev.frontdesk.media.AudioIn#audio
  void audio(byte[] bytes, int offset, int length, long mediaTimeMs);

  void markReached(String name);

  void keyPressed(char key);

  /// The far side says that the call is over.
  void stopped();

  /// A well-formed message of a kind that this codec does not know: counted, otherwise ignored.
  void unknown();

  // Down: to the carrier.

  /// A pooled buffer to fill and to give to `sendText` or `sendBinary`, which release it.
  ByteBuf buffer(int capacity);

  void sendText(ByteBuf message);

  void sendBinary(ByteBuf message);

  /// Closes with a WebSocket status: 1000 normal, 1008 policy, 1011 our error, 1013 try later.
  void close(int status, String staticText);
}
