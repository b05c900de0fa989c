package dev.frontdesk.integrations.google;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.util.DateTime;
import com.google.api.services.calendar.Calendar;
import com.google.api.services.calendar.model.FreeBusyRequest;
import com.google.api.services.calendar.model.FreeBusyRequestItem;
import com.google.api.services.calendar.model.Error;
import dev.frontdesk.booking.spi.CalendarChanges;
import dev.frontdesk.booking.spi.CalendarChanges.Change;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import dev.frontdesk.vocabulary.Slot;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads one organisation's calendars.
final class GoogleReading {
  private static final int PAGE = 2_500;

  private final Calendar google;
  private final OrgId org;

  GoogleReading(Calendar google, OrgId org) {
    this.google = google;
    this.org = org;
  }

  /// Occurrences of recurring events come as events of their own. A range may only be named
  /// together with no token; Google remembers it.
  CalendarChanges changes(String calendar, Optional<String> token, Slot range)
      throws IOException {
    var changes = new ArrayList<Change>();
    @Nullable String page = null;
    try {
      while (true) {
        var list = google.events().list(calendar).setSingleEvents(true).setMaxResults(PAGE);
        if (token.isPresent()) {
          list.setSyncToken(token.get());
        } else {
          list.setTimeMin(time(range.start())).setTimeMax(time(range.end()));
        }
        if (page != null) {
          list.setPageToken(page);
        }
        var answer = list.execute();
        var zone = zone(answer.getTimeZone());
        if (answer.getItems() != null) {
          answer.getItems().forEach(event -> changes.add(GoogleEvents.change(event, org, zone)));
        }
        page = answer.getNextPageToken();
        if (page == null) {
          return new CalendarChanges.Since(changes, answer.getNextSyncToken());
        }
      }
    } catch (GoogleJsonResponseException refused) {
      if (refused.getStatusCode() == 410) {
        return new CalendarChanges.Forgotten();
      }
      throw refused;
    }
  }

  /// A calendar that Google has an error for, or says nothing about, is unknown and not free.
  ProviderResult<List<Slot>> busy(String calendar, Slot range) throws IOException {
    var request =
        new FreeBusyRequest()
            .setTimeMin(time(range.start()))
            .setTimeMax(time(range.end()))
            .setItems(List.of(new FreeBusyRequestItem().setId(calendar)));
    var answer = google.freebusy().query(request).execute();
    var found = answer.getCalendars() == null ? null : answer.getCalendars().get(calendar);
    if (found == null) {
      return new Failed<>(new Retryable("google: free/busy leaves the calendar out"));
    }
    @Nullable List<Error> errors = found.getErrors();
    if (errors != null && !errors.isEmpty()) {
      var reason = errors.getFirst().getReason();
      var detail = "google: free/busy " + reason;
      return new Failed<>(
          "notFound".equals(reason) ? new Permanent(detail) : new Retryable(detail));
    }
    var slots = new ArrayList<Slot>();
    if (found.getBusy() != null) {
      for (var period : found.getBusy()) {
        slots.add(new Slot(moment(period.getStart()), moment(period.getEnd())));
      }
    }
    return new Ok<>(slots);
  }

  private static Instant moment(DateTime time) {
    return Instant.ofEpochMilli(time.getValue());
  }

  private static DateTime time(Instant moment) {
    return new DateTime(moment.toEpochMilli(), 0);
  }

  private static ZoneId zone(@Nullable String name) {
    return name == null ? ZoneOffset.UTC : ZoneId.of(name);
  }
}
