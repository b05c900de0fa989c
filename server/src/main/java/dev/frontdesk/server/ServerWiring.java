package dev.frontdesk.server;

import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// The whole server on one screen: what is plugged in, feature by feature. Nothing is found by
/// scanning.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  StorageWiring.class,
  JobWiring.class,
  BookingWiring.class,
  CalendarWiring.class,
  MessageWiring.class,
  SpeechWiring.class,
  ConversationWiring.class,
  TelephonyWiring.class,
  CrmWiring.class,
  ReportWiring.class,
  SecurityWiring.class,
  ApiErrors.class,
  TwilioController.class,
  CallController.class,
  BookingController.class,
  MessageTwilioController.class,
  MessageController.class,
  MessageLinkController.class,
  EventsController.class,
  JobController.class,
  CrmController.class,
  CrmDeliveriesController.class,
  CrmHookController.class,
  HealthController.class,
  Housekeeping.class
})
class ServerWiring {

  @Bean
  Clock clock(ServerSettings settings) {
    return settings.clock();
  }

  @Bean
  PublicUrls publicUrls(ServerSettings settings) {
    return PublicUrls.of(settings);
  }

  @Bean
  CallEvents callEvents(Clock clock) {
    return new CallEvents(clock);
  }

  @Bean(destroyMethod = "close")
  OneByOne oneByOne() {
    return new OneByOne();
  }
}
