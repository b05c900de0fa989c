package dev.frontdesk.telephony.spi;

import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ProviderResult;
import java.net.URI;

/// A carrier's side of what we start: outbound legs, and ending a leg from outside its socket.
public interface Dialer {

  /// Asks the carrier to ring `to`. Blocks, but no longer than the adapter's time-out.
  ///
  /// @param instructions asked by the carrier once the called party answers
  /// @param reports      told by the carrier what becomes of the call
  /// @return the carrier's id of the call; a time-out after sending is `Unconfirmed`, because the
  ///     telephone may be ringing: dialling again would ring a person twice
  ProviderResult<String> dial(PhoneNumber from, PhoneNumber to, URI instructions, URI reports);

  /// Ends the carrier's call. One that is over already is Ok.
  ProviderResult<String> hangUp(String carrierCall);
}
