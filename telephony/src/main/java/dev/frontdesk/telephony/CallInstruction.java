package dev.frontdesk.telephony;

import dev.frontdesk.vocabulary.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

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

  /// Ring a person and let the two talk.
  ///
  /// @param shown  the number that the person sees
  /// @param rings  how long their telephone rings at most
  /// @param talk   how long the two may talk at most
  /// @param result asked for the next instruction once that is over, or nobody was reached
  /// @param reports told when the person picks up
  record DialPerson(
      PhoneNumber to,
      Optional<PhoneNumber> shown,
      Duration rings,
      Duration talk,
      URI result,
      URI reports)
      implements CallInstruction {}

  record HangUp() implements CallInstruction {}
}
