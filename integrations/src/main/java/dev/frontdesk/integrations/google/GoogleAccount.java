package dev.frontdesk.integrations.google;

import dev.frontdesk.vocabulary.Secret;
import java.util.List;
import java.util.Optional;

/// In whose name Google is asked.
public sealed interface GoogleAccount {
  /// No more than this is asked for: events on calendars of their own, and when others are busy.
  List<String> CONSENTED =
      List.of(
          "https://www.googleapis.com/auth/calendar.events.owned",
          "https://www.googleapis.com/auth/calendar.events.freebusy");

  /// A service account owns no calendar: those shared with it need the wider scope.
  List<String> SHARED = List.of("https://www.googleapis.com/auth/calendar.events");

  /// Somebody who gave us access.
  record Person(Secret refreshToken) implements GoogleAccount {}

  /// An account of our own with which calendars are shared.
  ///
  /// @param key     its key file's JSON
  /// @param subject in whose name it acts, where an administrator delegated that to it
  record Service(Secret key, Optional<String> subject) implements GoogleAccount {}
}
