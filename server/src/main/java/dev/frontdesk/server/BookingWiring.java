package dev.frontdesk.server;

import dev.frontdesk.booking.BookingDesk;
import dev.frontdesk.booking.BookingSettings;
import dev.frontdesk.booking.OutsideTimes;
import dev.frontdesk.dialog.ScriptedAgents;
import dev.frontdesk.storage.KeptSecret;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.vocabulary.Appointments;
import dev.frontdesk.voice.spi.AgentFactory;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Appointments, and the agent that makes them.
@Configuration(proxyBeanMethods = false)
class BookingWiring {

  @Bean
  BookingDesk bookingDesk(Storage storage, OutsideTimes outside, ServerSettings settings) {
    return new BookingDesk(
        storage.catalogues(),
        storage.bookings(),
        storage.waitlist(),
        outside,
        KeptSecret.at(settings.dataDir().resolve("slot-tokens.key")),
        BookingSettings.DEFAULT,
        settings.clock());
  }

  @Bean
  Appointments appointments(Storage storage) {
    return new BookedAppointments(storage.bookings(), storage.catalogues());
  }

  @Bean
  AgentFactory agentFactory(
      BookingDesk desk,
      ServerSettings settings,
      CallEvents events,
      Storage storage,
      PersonOfCall person,
      ActChronicle acts) {
    return new ScriptedAgents(
        desk,
        settings.clock(),
        Locale.US,
        person::of,
        new DialogChronicle(events, desk, storage.callBacks(), acts));
  }
}
