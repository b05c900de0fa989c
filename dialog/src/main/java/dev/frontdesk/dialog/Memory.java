package dev.frontdesk.dialog;

import dev.frontdesk.booking.Offer;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.EmailAddress;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ServiceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that the agent remembers of a call; written as JSON between turns. One thread at a time.
final class Memory {
  private static final int MOST_NOTED = 2_000;

  @Nullable Task task;
  List<Task> later = new ArrayList<>();

  @Nullable String name;

  /// Whether the name is known only from an earlier booking.
  boolean nameFromRecord;

  /// The caller's number: theirs by default, or the one they gave.
  @Nullable PhoneNumber phone;

  boolean phoneSaid;

  /// Digits that did not yet make a number.
  String digits = "";

  @Nullable EmailAddress email;

  Question asked = Question.HOW_CAN_I_HELP;

  /// How often the same question had to be put again.
  int again;

  /// What was said before the question, for a caller who missed it.
  String lead = "";

  List<Offer> offers = new ArrayList<>();
  List<BookingId> listed = new ArrayList<>();
  @Nullable LocalDate discussed;
  /// The service a question was about, for a caller who then books `one`.
  List<ServiceId> curious = List.of();

  @Nullable BookingId lastBooking;
  /// What was done last, until the caller has heard it.
  String news = "";

  /// Turns in a row that failed for a reason of our own.
  int failures;

  int silences;
  boolean spoke;
  boolean keyed;

  /// Numbers the writes of this call, so that each has a key of its own.
  int writes;

  boolean over;

  /// Put in as the caller's words, and not yet understood.
  String notes = "";

  void note(String text) {
    if (notes.length() + text.length() < MOST_NOTED) {
      notes = notes.isEmpty() ? text : notes + ", " + text;
    }
  }

  String withNotes(String words) {
    var all = notes.isEmpty() ? words : notes + ", " + words;
    notes = "";
    return all;
  }
}
