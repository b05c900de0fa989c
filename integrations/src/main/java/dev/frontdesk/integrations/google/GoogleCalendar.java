package dev.frontdesk.integrations.google;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.services.calendar.Calendar;
import dev.frontdesk.booking.spi.CalendarChanges;
import dev.frontdesk.booking.spi.CalendarEntry;
import dev.frontdesk.booking.spi.CalendarEvent;
import dev.frontdesk.booking.spi.CalendarProvider;
import dev.frontdesk.booking.spi.PushChannel;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import dev.frontdesk.vocabulary.Secret;
import dev.frontdesk.vocabulary.Slot;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Google Calendar behind our port. Safe from any thread.
public final class GoogleCalendar implements CalendarProvider, AutoCloseable {
  private final GoogleAccounts accounts;
  private final GoogleClients clients;

  public GoogleCalendar(GoogleSettings settings, GoogleAccounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clients = new GoogleClients(settings, clock);
  }

  @Override
  public ProviderResult<CalendarEvent> put(
      OrgId org, CalendarEntry entry, Optional<CalendarEvent> known, Instant deadline) {
    return asked(
        org, true, deadline, google -> new GoogleWriting(google, org).put(entry, known));
  }

  @Override
  public ProviderResult<Optional<CalendarEvent>> remove(
      OrgId org,
      BookingId booking,
      String calendar,
      Optional<CalendarEvent> known,
      Instant deadline) {
    return asked(
        org,
        true,
        deadline,
        google -> new GoogleWriting(google, org).remove(booking, calendar, known));
  }

  @Override
  public ProviderResult<CalendarChanges> changes(
      OrgId org, String calendar, Optional<String> token, Slot range, Instant deadline) {
    return asked(
        org,
        false,
        deadline,
        google -> new Ok<>(new GoogleReading(google, org).changes(calendar, token, range)));
  }

  @Override
  public ProviderResult<List<Slot>> busy(
      OrgId org, String calendar, Slot range, Instant deadline) {
    return asked(
        org, false, deadline, google -> new GoogleReading(google, org).busy(calendar, range));
  }

  @Override
  public ProviderResult<PushChannel> watch(
      OrgId org,
      String calendar,
      String channel,
      String address,
      Secret token,
      Instant until,
      Instant deadline) {
    return asked(
        org,
        true,
        deadline,
        google -> new Ok<>(GoogleChannels.open(google, calendar, channel, address, token, until)));
  }

  @Override
  public ProviderResult<Boolean> stop(OrgId org, PushChannel channel, Instant deadline) {
    return asked(
        org, true, deadline, google -> new Ok<>(GoogleChannels.stop(google, channel)));
  }

  @Override
  public void close() {
    clients.close();
  }

  @FunctionalInterface
  private interface Asking<T> {
    ProviderResult<T> ask(Calendar google) throws IOException;
  }

  private <T> ProviderResult<T> asked(
      OrgId org, boolean writing, Instant deadline, Asking<T> asking) {
    var account = accounts.of(org);
    if (account.isEmpty()) {
      return new Failed<>(new Permanent("google: not connected"));
    }
    try {
      return ScopedValue.where(GoogleClients.DEADLINE, deadline)
          .call(() -> withFreshToken(org, account.get(), asking));
    } catch (IOException failed) {
      var refused = GoogleFailures.refused(failed);
      if (refused.isPresent()) {
        clients.forget(org);
        accounts.refused(org, refused.get());
      }
      return new Failed<>(GoogleFailures.of(failed, writing));
    }
  }

  /// A token that Google does not take says nothing about the access behind it, which only a new
  /// token can tell. What was asked was not done.
  private <T> ProviderResult<T> withFreshToken(
      OrgId org, GoogleAccount account, Asking<T> asking) throws IOException {
    try {
      return asking.ask(clients.of(org, account));
    } catch (GoogleJsonResponseException refused) {
      if (refused.getStatusCode() != 401) {
        throw refused;
      }
      clients.forget(org);
      return asking.ask(clients.of(org, account));
    }
  }
}
