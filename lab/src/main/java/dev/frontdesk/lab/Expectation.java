package dev.frontdesk.lab;

import dev.frontdesk.vocabulary.PhoneNumber;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// How the world should look after a scenario's calls.
///
/// @param bookings every row that is new or changed, in any order; nothing else may have changed
/// @param said      each fits some utterance of the agent
/// @param neverSaid none fits any utterance of the agent
/// @param callBacks how many callers are to be called back
/// @param callBackNumbers where, in any order; not compared when empty
/// @param maxTurns  how often the caller may have to speak or press
public record Expectation(
    List<ExpectedBooking> bookings,
    List<Pattern> said,
    List<Pattern> neverSaid,
    OptionalInt maxTurns,
    OptionalInt callBacks,
    List<PhoneNumber> callBackNumbers) {
  public Expectation {
    bookings = List.copyOf(bookings);
    said = List.copyOf(said);
    neverSaid = List.copyOf(neverSaid);
    callBackNumbers = List.copyOf(callBackNumbers);
  }
}
