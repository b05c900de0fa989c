package dev.frontdesk.telephony;

import java.net.URI;
import java.util.Map;

/// What a carrier is told to do with a call; each carrier renders it in its own language.
public sealed interface CallInstruction {

  /// Connect the audio to us.
  ///
  /// @param media      where, `wss:`, with a single-use token in its path and no query
  /// @param parameters handed back to us in the stream's start message
  /// @param afterwards asked for the next instruction once the media socket has closed
  record ConnectMedia(URI media, Map<String, String> parameters, URI afterwards)
      implements CallInstruction {
    public ConnectMedia {
      parameters = Map.copyOf(parameters);
    }

    @Override
    public String toString() {
      return "ConnectMedia"; // the token is a key
    }
  }

  /// Say something in the carrier's own voice, then hang up.
  ///
  /// @param language BCP 47
  record SayAndHangUp(String text, String language) implements CallInstruction {}

  record HangUp() implements CallInstruction {}
}
