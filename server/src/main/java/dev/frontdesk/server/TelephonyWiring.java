package dev.frontdesk.server;

import dev.frontdesk.integrations.twilio.TwilioCarrier;
import dev.frontdesk.integrations.twilio.TwilioSettings;
import dev.frontdesk.integrations.twilio.TwilioWire;
import dev.frontdesk.integrations.vapi.VapiCalls;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.telephony.Admission;
import dev.frontdesk.telephony.CallDesk;
import dev.frontdesk.telephony.CarrierUrls;
import dev.frontdesk.telephony.MediaGateway;
import dev.frontdesk.telephony.MediaGatewaySettings;
import dev.frontdesk.telephony.MediaTokens;
import dev.frontdesk.telephony.OrganisationLimit;
import dev.frontdesk.telephony.PoliteWords;
import dev.frontdesk.telephony.TelephonyCounters;
import dev.frontdesk.telephony.spi.MediaWire;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Secret;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/// Calls: who may ring, how carriers are answered, where their audio arrives.
@Configuration(proxyBeanMethods = false)
class TelephonyWiring {
  private static final Duration TWILIO_PATIENCE = Duration.ofSeconds(10);

  @Bean
  TelephonyCounters telephonyCounters() {
    return new TelephonyCounters();
  }

  @Bean
  MediaTokens mediaTokens(ServerSettings settings) {
    return new MediaTokens(settings.clock());
  }

  @Bean
  CarrierUrls carrierUrls(PublicUrls urls) {
    return new CarrierUrls(urls.http(), urls.media());
  }

  @Bean
  Admission admission(OrganisationLimits limits) {
    return new OrganisationLimit(limits::of);
  }

  @Bean
  OrganisationLimits organisationLimits(ServerSettings settings) {
    Map<OrgId, Integer> configured =
        settings.organisations().stream()
            .collect(
                Collectors.toMap(
                    OrganisationSettings::org, OrganisationSettings::concurrentCalls));
    return new OrganisationLimits(configured);
  }

  @Bean
  CallDesk callDesk(
      Storage storage,
      Admission admission,
      MediaTokens tokens,
      CarrierUrls urls,
      PoliteWords words,
      ServerSettings settings,
      TelephonyCounters counters,
      CallEvents events,
      OneByOne writes) {
    var desk =
        new CallDesk(
            storage.calls(),
            storage.transfers(),
            storage.numbers(),
            admission,
            tokens,
            urls,
            words,
            settings.clock(),
            counters);
    desk.listen(CallChronicle.moves(events, writes));
    return desk;
  }

  /// Without an account configured, a secret that nobody knows: every webhook is then refused.
  @Bean
  TwilioSettings twilioSettings(ServerSettings settings, CarrierUrls urls) {
    return settings
        .twilio()
        .map(
            own ->
                new TwilioSettings(
                    own.accountSid(), own.authToken(), urls, own.apiUrl(), TWILIO_PATIENCE))
        .orElseGet(
            () ->
                new TwilioSettings(
                    "none",
                    new Secret(UUID.randomUUID().toString()),
                    urls,
                    TwilioSettings.TWILIO,
                    TWILIO_PATIENCE));
  }

  @Bean
  TwilioCarrier twilioCarrier(TwilioSettings twilio) {
    return new TwilioCarrier(twilio);
  }

  @Bean
  TwilioWebhooks twilioWebhooks(TwilioCarrier carrier, TelephonyCounters counters) {
    return new TwilioWebhooks(carrier, counters);
  }

  @Bean
  TwilioWire twilioWire(TwilioSettings twilio, MediaTokens tokens) {
    return new TwilioWire(twilio, tokens);
  }

  @Bean
  LiveConversations liveConversations() {
    return new LiveConversations();
  }

  @Bean
  VapiCalls vapiCalls(
      CallDesk desk, CarrierUrls urls, ServerSettings settings, LiveConversations live) {
    return new VapiCalls(desk, urls, settings.clock(), live::asked);
  }

  @Bean
  PersonOfCall personOfCall(ServerSettings settings, VapiCalls vapi) {
    return new PersonOfCall(settings, vapi);
  }

  /// After the security filters, which let nothing through that is not named.
  @Bean
  FilterRegistrationBean<MediaRelay> mediaRelay(
      ServerSettings settings, List<MediaWire> wires, ObjectProvider<MediaGateway> gateway) {
    var relay =
        new MediaRelay(
            () -> MediaRelay.reach(settings.listen(), gateway.getObject()), wires);
    var registration = new FilterRegistrationBean<>(relay);
    registration.setEnabled(settings.mediaOnHttpPort());
    registration.setOrder(Ordered.LOWEST_PRECEDENCE);
    return registration;
  }

  @Bean(destroyMethod = "close")
  MediaGateway mediaGateway(
      ServerSettings settings,
      List<MediaWire> wires,
      CallAnswerer answerer,
      CallDesk desk,
      TelephonyCounters counters) {
    var bind = new InetSocketAddress(settings.listen(), settings.mediaPort());
    return MediaGateway.start(MediaGatewaySettings.on(bind), wires, answerer, desk, counters);
  }
}
