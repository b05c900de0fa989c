package dev.frontdesk.server;

import dev.frontdesk.integrations.openai.ChatAnalyst;
import dev.frontdesk.reporting.LeadStore;
import dev.frontdesk.reporting.ReportStore;
import dev.frontdesk.reporting.RetentionStore;
import dev.frontdesk.reporting.spi.Analyst;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.vocabulary.Appointments;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// What follows a call: its report, the leads and tasks made of it, and how long things are kept.
@Configuration(proxyBeanMethods = false)
@Import({ReportController.class, LeadController.class, LegalHoldController.class})
class ReportWiring {

  @Bean(destroyMethod = "close")
  ReportRecordings reportRecordings(ServerSettings settings) {
    return ReportRecordings.of(settings);
  }

  @Bean
  ActChronicle actChronicle(Storage storage, OneByOne writes, ServerSettings settings) {
    return new ActChronicle(storage.acts(), writes, settings.clock());
  }

  @Bean
  ReportStore reportStore(Storage storage) {
    return storage.reports();
  }

  @Bean
  LeadStore leadStore(Storage storage) {
    return storage.leads();
  }

  @Bean
  RetentionStore retentionStore(Storage storage) {
    return storage.retention();
  }

  @Bean
  ReportDesk reportDesk(
      Storage storage,
      Appointments appointments,
      ReportRecordings recordings,
      ServerSettings settings) {
    var calls = new ReportCalls(storage, appointments, recordings.local());
    Optional<Analyst> model =
        settings.following().reports().model().map(ChatAnalyst::new);
    return new ReportDesk(calls, storage.reports(), settings, model);
  }

  @Bean
  ReportReaction reportReaction(ServerSettings settings) {
    return new ReportReaction(settings);
  }

  @Bean
  ReportWork reportWork(ReportDesk desk, CallEvents events) {
    return new ReportWork(desk, events);
  }

  @Bean
  ArchiveWork archiveWork(RetentionStore kept, ReportRecordings recordings) {
    return new ArchiveWork(kept, recordings.local(), recordings.archive().map(s3 -> s3));
  }

  @Bean
  RetentionSweep retentionSweep(
      RetentionStore kept,
      LeadStore leads,
      ReportRecordings recordings,
      ServerSettings settings) {
    return new RetentionSweep(kept, leads, recordings, settings);
  }
}
