package dev.frontdesk.server;

import dev.frontdesk.booking.BookingDesk;
import dev.frontdesk.crm.AppointmentEdits;
import dev.frontdesk.crm.CrmCards;
import dev.frontdesk.crm.CrmNotices;
import dev.frontdesk.crm.CrmSettling;
import dev.frontdesk.crm.CrmSync;
import dev.frontdesk.crm.spi.EventReceiver;
import dev.frontdesk.durable.Alarms;
import dev.frontdesk.durable.Jobs;
import dev.frontdesk.integrations.airtable.Airtable;
import dev.frontdesk.integrations.airtable.AirtableSettings;
import dev.frontdesk.integrations.webhook.SignedWebhook;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.vocabulary.Appointments;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Customer records, and those who are told of events by webhook.
@Configuration(proxyBeanMethods = false)
class CrmWiring {
  private static final Duration WEBHOOK_PATIENCE = Duration.ofSeconds(10);

  @Bean
  CrmTargets crmTargets(ServerSettings settings) {
    var url = settings.following().crm().airtableUrl();
    return new CrmTargets(settings, new Airtable(AirtableSettings.at(url)));
  }

  @Bean
  CrmNotices crmNotices(Alarms alarms, Clock clock) {
    return new CrmAlarms(alarms, clock);
  }

  @Bean
  CrmCards crmCards(Storage storage) {
    return new CrmCallCards(storage.calls(), storage.reports(), storage.leads());
  }

  @Bean
  AppointmentEdits appointmentEdits(BookingDesk desk) {
    return new CrmDeskEdits(desk);
  }

  @Bean
  CrmSync crmSync(
      Storage storage,
      Appointments appointments,
      CrmCards cards,
      AppointmentEdits edits,
      CrmNotices notices,
      Clock clock) {
    return new CrmSync(
        storage.crm(), appointments, cards, edits, notices, clock, Thread::sleep);
  }

  @Bean
  CrmSettling crmSettling(
      Storage storage,
      Appointments appointments,
      AppointmentEdits edits,
      CrmNotices notices,
      Clock clock) {
    return new CrmSettling(storage.crm(), appointments, edits, notices, clock);
  }

  @Bean
  EventReceiver eventReceiver() {
    return new SignedWebhook(WEBHOOK_PATIENCE);
  }

  @Bean
  CrmReaction crmReaction(ServerSettings settings) {
    return new CrmReaction(org -> linkOf(settings, org));
  }

  @Bean
  CrmPushWork crmPushWork(CrmSync sync, CrmTargets targets) {
    return new CrmPushWork(sync, targets);
  }

  @Bean
  CrmBackfillWork crmBackfillWork(
      CrmSync sync, Storage storage, CrmTargets targets, Jobs jobs, Clock clock) {
    return new CrmBackfillWork(
        sync, storage.crm(), targets, storage.bookingPages(), jobs, clock);
  }

  @Bean
  CrmPullWork crmPullWork(CrmSync sync, CrmTargets targets) {
    return new CrmPullWork(sync, targets);
  }

  @Bean
  CrmWebhookWork crmWebhookWork(
      ServerSettings settings, EventReceiver receiver, Storage storage, Clock clock) {
    return new CrmWebhookWork(
        org -> linkOf(settings, org), receiver, storage.webhookDeliveries(), clock);
  }

  @Bean
  CrmPoll crmPoll(CrmTargets targets, Jobs jobs, ServerSettings settings, Clock clock) {
    return new CrmPoll(targets, jobs, settings.following().crm(), clock);
  }

  private static CrmLink linkOf(ServerSettings settings, OrgId org) {
    return settings.linksOf(org).crm();
  }
}
