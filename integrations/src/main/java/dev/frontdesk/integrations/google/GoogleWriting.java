package dev.frontdesk.integrations.google;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.util.DateTime;
import com.google.api.services.calendar.Calendar;
import com.google.api.services.calendar.model.Event;
import dev.frontdesk.booking.spi.CalendarEntry;
import dev.frontdesk.booking.spi.CalendarEntry.Occurrence;
import dev.frontdesk.booking.spi.CalendarEvent;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.io.IOException;
import java.util.Optional;

/// Writes one organisation's events. Every path ends with what the calendar was seen to hold, so
/// that an answer that was lost does no harm: the id is ours, and the event says which version of
/// the booking it shows.
final class GoogleWriting {
  /// Others may edit between our reading and our writing; not for ever.
  private static final int MOST_TRIES = 4;

  private final Calendar google;
  private final OrgId org;

  GoogleWriting(Calendar google, OrgId org) {
    this.google = google;
    this.org = org;
  }

  ProviderResult<CalendarEvent> put(CalendarEntry entry, Optional<CalendarEvent> known)
      throws IOException {
    if (known.isPresent()) {
      return change(entry, known.get());
    }
    var series = entry.series();
    return series.isPresent() ? createOccurrence(entry, series.get()) : create(entry, 0);
  }

  private ProviderResult<CalendarEvent> create(CalendarEntry entry, int from)
      throws IOException {
    for (int generation = from; generation < GoogleEventId.MOST_GENERATIONS; generation++) {
      var id = GoogleEvents.bookingId(org, entry.booking().value(), generation);
      try {
        return ok(entry.calendar(), generation, insert(entry.calendar(), id, entry, generation));
      } catch (GoogleJsonResponseException refused) {
        if (refused.getStatusCode() != 409) {
          throw refused;
        }
      }
      // The id was used: by an attempt of ours whose answer was lost, or for a deleted event.
      var standing = find(entry.calendar(), id);
      if (standing.isPresent() && GoogleEvents.isOf(standing.get(), entry)) {
        var brought = bring(standing.get(), entry, generation);
        if (brought.isPresent()) {
          return brought.get();
        }
      }
    }
    return new Failed<>(new Permanent("google: this event was deleted too often"));
  }

  private Event insert(String calendar, String id, CalendarEntry entry, int generation)
      throws IOException {
    return google
        .events()
        .insert(calendar, GoogleEvents.of(entry, generation).setId(id))
        .setSendUpdates(sendUpdates(entry))
        .execute();
  }

  private ProviderResult<CalendarEvent> change(CalendarEntry entry, CalendarEvent known)
      throws IOException {
    try {
      var changed = patch(entry, known.id(), known.tag(), known.generation());
      return ok(entry.calendar(), known.generation(), changed);
    } catch (GoogleJsonResponseException refused) {
      switch (refused.getStatusCode()) {
        case 403 -> {
          if (!"forbidden".equals(GoogleFailures.reason(refused))) {
            throw refused;
          }
        }
        case 404, 410, 412 -> {}
        default -> throw refused;
      }
    }
    var standing = find(entry.calendar(), known.id());
    if (standing.isPresent()) {
      var brought = bring(standing.get(), entry, known.generation());
      if (brought.isPresent()) {
        return brought.get();
      }
    }
    return create(entry, entry.series().isPresent() ? 0 : known.generation() + 1);
  }

  /// Makes an event that is there show the entry; empty when Google lets nobody change it any more.
  private Optional<ProviderResult<CalendarEvent>> bring(
      Event first, CalendarEntry entry, int generation) throws IOException {
    var standing = first;
    for (int tries = 1; tries <= MOST_TRIES; tries++) {
      if (GoogleEvents.shows(standing, entry)) {
        return Optional.of(ok(entry.calendar(), generation, standing));
      }
      try {
        var changed = patch(entry, standing.getId(), standing.getEtag(), generation);
        return Optional.of(ok(entry.calendar(), generation, changed));
      } catch (GoogleJsonResponseException refused) {
        int status = refused.getStatusCode();
        boolean lost = status == 404 || status == 409 || status == 410;
        if (lost || status == 403 && GoogleEvents.isCancelled(standing)) {
          return Optional.empty();
        }
        if (status != 412) {
          throw refused;
        }
      }
      var again = find(entry.calendar(), standing.getId());
      if (again.isEmpty()) {
        return Optional.empty();
      }
      standing = again.get();
    }
    return Optional.of(new Failed<>(new Retryable("google: the event changes all the time")));
  }

  private Event patch(CalendarEntry entry, String id, String tag, int generation)
      throws IOException {
    var patch =
        google
            .events()
            .patch(entry.calendar(), id, GoogleEvents.of(entry, generation))
            .setSendUpdates(sendUpdates(entry));
    if (!tag.isEmpty()) {
      patch.getRequestHeaders().setIfMatch(tag);
    }
    return patch.execute();
  }

  private ProviderResult<CalendarEvent> createOccurrence(
      CalendarEntry entry, Occurrence occurrence) throws IOException {
    for (int generation = 0; generation < GoogleEventId.MOST_GENERATIONS; generation++) {
      var id = GoogleEvents.seriesId(org, occurrence.series(), generation);
      if (!ensureMaster(entry, occurrence, id, generation)) {
        continue; // the whole series was deleted by hand: its id is spent
      }
      var instances =
          google
              .events()
              .instances(entry.calendar(), id)
              .setOriginalStart(
                  new DateTime(occurrence.original().toEpochMilli(), 0).toStringRfc3339())
              .setShowDeleted(true)
              .execute()
              .getItems();
      if (instances != null && !instances.isEmpty()) {
        var brought = bring(instances.getFirst(), entry, generation);
        if (brought.isPresent()) {
          return brought.get();
        }
      }
      return create(entry, 0); // an occurrence that is lost stands alone
    }
    return new Failed<>(new Permanent("google: this series was deleted too often"));
  }

  /// @return false when the id is spent on a deleted event
  private boolean ensureMaster(
      CalendarEntry entry, Occurrence occurrence, String id, int generation)
      throws IOException {
    try {
      google
          .events()
          .insert(
              entry.calendar(), GoogleEvents.master(entry, occurrence, generation).setId(id))
          .setSendUpdates("none")
          .execute();
      return true;
    } catch (GoogleJsonResponseException refused) {
      if (refused.getStatusCode() != 409) {
        throw refused;
      }
      return find(entry.calendar(), id).filter(one -> !GoogleEvents.isCancelled(one)).isPresent();
    }
  }

  ProviderResult<Optional<CalendarEvent>> remove(
      BookingId booking, String calendar, Optional<CalendarEvent> known) throws IOException {
    if (known.isPresent()) {
      return delete(known.get());
    }
    for (int generation = 0; generation < GoogleEventId.MOST_GENERATIONS; generation++) {
      var id = GoogleEvents.bookingId(org, booking.value(), generation);
      var standing = find(calendar, id);
      if (standing.isEmpty()) {
        return new Ok<>(Optional.empty());
      }
      if (!GoogleEvents.isCancelled(standing.get())) {
        return delete(new CalendarEvent(calendar, id, generation, standing.get().getEtag()));
      }
    }
    return new Ok<>(Optional.empty());
  }

  private ProviderResult<Optional<CalendarEvent>> delete(CalendarEvent event)
      throws IOException {
    var tag = event.tag();
    for (int tries = 1; tries <= MOST_TRIES; tries++) {
      try {
        var delete =
            google.events().delete(event.calendar(), event.id()).setSendUpdates("none");
        if (!tag.isEmpty()) {
          delete.getRequestHeaders().setIfMatch(tag);
        }
        delete.execute();
        return new Ok<>(Optional.of(event));
      } catch (GoogleJsonResponseException refused) {
        int status = refused.getStatusCode();
        if (status == 404 || status == 410) {
          return new Ok<>(Optional.empty());
        }
        if (status != 412) {
          throw refused;
        }
      }
      var standing = find(event.calendar(), event.id());
      if (standing.isEmpty() || GoogleEvents.isCancelled(standing.get())) {
        return new Ok<>(Optional.empty());
      }
      tag = standing.get().getEtag();
    }
    return new Failed<>(new Retryable("google: the event changes all the time"));
  }

  private Optional<Event> find(String calendar, String id) throws IOException {
    try {
      return Optional.of(google.events().get(calendar, id).execute());
    } catch (GoogleJsonResponseException refused) {
      int status = refused.getStatusCode();
      if (status == 404 || status == 410) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private static String sendUpdates(CalendarEntry entry) {
    return entry.attendees().isEmpty() ? "none" : "externalOnly";
  }

  private static ProviderResult<CalendarEvent> ok(String calendar, int generation, Event event) {
    return new Ok<>(new CalendarEvent(calendar, event.getId(), generation, event.getEtag()));
  }
}
