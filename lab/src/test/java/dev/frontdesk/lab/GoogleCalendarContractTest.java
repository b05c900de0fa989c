package dev.frontdesk.lab;

import dev.frontdesk.booking.CalendarProviderContract;
import dev.frontdesk.booking.spi.CalendarProvider;
import dev.frontdesk.integrations.google.GoogleAccount;
import dev.frontdesk.integrations.google.GoogleAccounts;
import dev.frontdesk.integrations.google.GoogleCalendar;
import dev.frontdesk.integrations.google.GoogleSettings;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;

/// The adapter against the simulated Google, with access that a person gave.
class GoogleCalendarContractTest extends CalendarProviderContract {
  static final String OWNER = "owner@example.test";

  private final SimulatedCalendar google =
      SimulatedCalendar.start(VendorFaults.none(), Duration.ZERO);
  private final AtomicBoolean refused = new AtomicBoolean();
  private final GoogleCalendar adapter =
      new GoogleCalendar(settings(google), accounts(account()), Clock.systemUTC());

  @AfterEach
  void close() {
    adapter.close();
    google.close();
  }

  static GoogleSettings settings(SimulatedCalendar google) {
    var client =
        new GoogleSettings.Client(
            SimulatedCalendar.CLIENT, new Secret(SimulatedCalendar.CLIENT_SECRET));
    return GoogleSettings.at(Optional.of(client), google.base());
  }

  GoogleAccount account() {
    return new GoogleAccount.Person(new Secret(google.grant(OWNER)));
  }

  private GoogleAccounts accounts(GoogleAccount account) {
    return new GoogleAccounts() {
      @Override
      public Optional<GoogleAccount> of(OrgId org) {
        return Optional.of(account);
      }

      @Override
      public void refused(OrgId org, String reason) {
        refused.set(true);
      }
    };
  }

  SimulatedCalendar google() {
    return google;
  }

  @Override
  protected CalendarProvider provider() {
    return adapter;
  }

  @Override
  protected Owner owner() {
    return new ByHand(google, OWNER);
  }

  @Override
  protected String calendar() {
    return OWNER;
  }

  @Override
  protected Instant now() {
    return Instant.now();
  }

  @Override
  protected boolean wasToldOfRefusal() {
    return refused.get();
  }

  record ByHand(SimulatedCalendar google, String calendar) implements Owner {
    @Override
    public List<Seen> events() {
      return google.entries(calendar).stream()
          .map(one -> new Seen(one.id(), one.summary(), one.start(), one.end()))
          .toList();
    }

    @Override
    public void edit(String event, String summary) {
      google.changeByHand(calendar, event, "{\"summary\":\"" + summary + "\"}");
    }

    @Override
    public void delete(String event) {
      google.deleteByHand(calendar, event);
    }

    @Override
    public String put(Instant from, Instant to) {
      return google.addByHand(calendar, from, to);
    }

    @Override
    public void forget() {
      google.forgetSyncTokens();
    }

    @Override
    public void takeAccessBack() {
      google.revoke("owner@example.test");
      google.revoke("desk@lab.iam.gserviceaccount.com");
    }
  }
}
