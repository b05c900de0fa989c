package dev.frontdesk.server;

import dev.frontdesk.booking.CalendarPlan;
import dev.frontdesk.booking.CalendarReading;
import dev.frontdesk.booking.CalendarWriting;
import dev.frontdesk.booking.MirroredTimes;
import dev.frontdesk.booking.OutsideTimes;
import dev.frontdesk.booking.spi.CalendarProvider;
import dev.frontdesk.durable.Alarms;
import dev.frontdesk.durable.Jobs;
import dev.frontdesk.durable.Reaction;
import dev.frontdesk.integrations.google.GoogleCalendar;
import dev.frontdesk.integrations.google.GoogleConsent;
import dev.frontdesk.integrations.google.GoogleSettings;
import dev.frontdesk.storage.KeptSecret;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.vocabulary.Appointments;
import dev.frontdesk.vocabulary.OrgId;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The business's own calendar: bookings go there, and what stands there keeps slots from being
/// offered.
@Configuration(proxyBeanMethods = false)
@Import(CalendarController.class)
class CalendarWiring {

  /// Those who have one.
  record CalendarPlans(Map<OrgId, CalendarPlan> byOrganisation) {
    Optional<CalendarPlan> of(OrgId org) {
      return Optional.ofNullable(byOrganisation.get(org));
    }
  }

  @Bean
  CalendarPlans calendarPlans(ServerSettings settings) {
    var plans = new HashMap<OrgId, CalendarPlan>();
    for (var organisation : settings.organisations()) {
      organisation.links().calendar().plan().ifPresent(p -> plans.put(organisation.org(), p));
    }
    return new CalendarPlans(Map.copyOf(plans));
  }

  @Bean
  OutsideTimes outsideTimes(CalendarPlans plans, Storage storage) {
    var kept = storage.calendar();
    return new MirroredTimes(plans::of, kept.connections(), kept.mirrors());
  }

  @Bean
  CalendarAlarms calendarAlarms(Alarms alarms) {
    return new CalendarAlarms(alarms);
  }

  @Bean
  CalendarAccounts calendarAccounts(
      ServerSettings settings, Storage storage, CalendarAlarms alarms, Clock clock) {
    return new CalendarAccounts(
        org -> settings.linksOf(org).calendar(),
        storage.calendar().connections(),
        alarms,
        clock);
  }

  @Bean
  GoogleSettings googleSettings(ServerSettings settings) {
    return settings.following().calendar().google();
  }

  @Bean(destroyMethod = "close")
  GoogleCalendar googleCalendar(
      GoogleSettings google, CalendarAccounts accounts, Clock clock) {
    return new GoogleCalendar(google, accounts, clock);
  }

  @Bean
  CalendarWriting calendarWriting(
      CalendarPlans plans,
      Appointments appointments,
      Storage storage,
      CalendarProvider provider,
      CalendarAlarms alarms) {
    var kept = storage.calendar();
    return new CalendarWriting(
        plans::of,
        appointments,
        storage.bookings(),
        kept.connections(),
        kept.written(),
        kept.mirrors(),
        provider,
        alarms);
  }

  @Bean
  CalendarWork calendarWork(CalendarWriting writing) {
    return new CalendarWork(writing);
  }

  @Bean
  Reaction calendarReaction(CalendarPlans plans) {
    return CalendarWork.reaction(org -> plans.of(org).isPresent());
  }

  @Bean
  CalendarSeal calendarSeal(ServerSettings settings) {
    return new CalendarSeal(KeptSecret.at(settings.dataDir().resolve("calendar.key")));
  }

  /// Google posts to https alone; a simulator takes what it can reach.
  @Bean
  CalendarChannels calendarChannels(
      CalendarProvider provider,
      Storage storage,
      CalendarSeal seal,
      PublicUrls urls,
      ServerSettings settings) {
    var calendar = settings.following().calendar();
    boolean reachable = "https".equals(urls.http().getScheme()) || calendar.url().isPresent();
    var address = urls.http() + "/calendar/push";
    return new CalendarChannels(
        provider,
        storage.calendar().mirrors(),
        seal,
        calendar.push() && reachable ? Optional.of(address) : Optional.empty());
  }

  /// Where people give access; there is none without an OAuth client.
  record CalendarConsent(Optional<GoogleConsent> google) implements AutoCloseable {
    @Override
    public void close() {
      google.ifPresent(GoogleConsent::close);
    }
  }

  @Bean(destroyMethod = "close")
  CalendarConsent calendarConsent(GoogleSettings google, PublicUrls urls) {
    var returnTo = URI.create(urls.http() + "/calendar/return");
    return new CalendarConsent(
        google.client().map(client -> new GoogleConsent(google, client, returnTo)));
  }

  @Bean
  CalendarRounds calendarRounds(
      CalendarPlans plans,
      CalendarAccounts accounts,
      CalendarProvider provider,
      Storage storage,
      CalendarChannels channels,
      CalendarAlarms alarms,
      Jobs jobs,
      ServerSettings settings,
      Clock clock) {
    var kept = storage.calendar();
    var reading =
        new CalendarReading(
            plans::of, kept.mirrors(), storage.bookings(), provider, alarms);
    return new CalendarRounds(
        plans.byOrganisation(),
        accounts,
        reading,
        kept.mirrors(),
        kept.written(),
        channels,
        alarms,
        jobs,
        settings.following().calendar(),
        clock);
  }
}
