package dev.frontdesk.server;

import dev.frontdesk.booking.BookingDesk;
import dev.frontdesk.durable.Alarms;
import dev.frontdesk.durable.JobKind;
import dev.frontdesk.durable.JobKind.Urgency;
import dev.frontdesk.durable.JobWork;
import dev.frontdesk.durable.Jobs;
import dev.frontdesk.durable.Reaction;
import dev.frontdesk.integrations.smtp.SmtpMail;
import dev.frontdesk.integrations.twilio.TwilioMessages;
import dev.frontdesk.integrations.twilio.TwilioSettings;
import dev.frontdesk.messaging.Carriage;
import dev.frontdesk.messaging.ChangeLinks;
import dev.frontdesk.messaging.DeliveryDesk;
import dev.frontdesk.messaging.MessagingProfile;
import dev.frontdesk.messaging.NoticeDesk;
import dev.frontdesk.messaging.ReplyDesk;
import dev.frontdesk.messaging.spi.MailSender;
import dev.frontdesk.messaging.spi.MessageSender;
import dev.frontdesk.storage.KeptSecret;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.vocabulary.Appointments;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Texts and mail: what customers are told about their bookings, and what they answer.
@Configuration(proxyBeanMethods = false)
class MessageWiring {
  private static final String SMS = "twilio-sms";

  /// How each organisation writes, by what is configured for it and for the server.
  interface Profiles extends Function<OrgId, Optional<MessagingProfile>> {}

  @Bean
  Profiles messagingProfiles(ServerSettings settings) {
    boolean texts = settings.twilio().isPresent();
    boolean mails = settings.following().messages().smtp().isPresent();
    return org ->
        settings
            .linksOf(org)
            .messages()
            .profile()
            .map(
                it ->
                    new MessagingProfile(
                        it.locale(), it.sms().filter(_ -> texts), it.mail().filter(_ -> mails),
                        it.budget(), it.quiet(), it.reminders(), it.templates()));
  }

  @Bean
  MessageSender messageSender(TwilioSettings twilio, ServerSettings settings) {
    var api = settings.following().messages().twilioUrl().orElse(twilio.api());
    return new TwilioMessages(
        new TwilioSettings(
            twilio.accountSid(), twilio.authToken(), twilio.urls(), api, twilio.patience()));
  }

  @Bean
  MailSender mailSender(ServerSettings settings) {
    return settings
        .following()
        .messages()
        .smtp()
        .<MailSender>map(SmtpMail::new)
        .orElse(_ -> new Failed<>(new Failure.Permanent("no mail server is configured")));
  }

  @Bean
  ChangeLinks changeLinks(ServerSettings settings, PublicUrls urls) {
    return new ChangeLinks(
        KeptSecret.at(settings.dataDir().resolve("change-links.key")),
        urls.http(),
        settings.following().messages().linkLife());
  }

  @Bean
  MessageAftermath messageAftermath(Jobs jobs, Alarms alarms, ServerSettings settings) {
    return new MessageAftermath(jobs, alarms, settings.clock());
  }

  @Bean
  NoticeDesk noticeDesk(
      Appointments appointments,
      Profiles profiles,
      Storage storage,
      MessageAftermath aftermath,
      ChangeLinks links,
      MessageSender texts,
      MailSender mails,
      ServerSettings settings) {
    var carriage =
        new Carriage(
            texts, mails, storage.messages(), storage.contacts(), aftermath,
            settings.following().messages().settle());
    return new NoticeDesk(
        appointments, profiles, storage.messages(), storage.contacts(), aftermath, links, carriage);
  }

  @Bean
  DeliveryDesk deliveryDesk(
      Appointments appointments,
      Profiles profiles,
      Storage storage,
      MessageSender texts,
      MessageAftermath aftermath,
      ServerSettings settings) {
    return new DeliveryDesk(
        appointments, profiles, storage.messages(), storage.contacts(), texts, aftermath,
        settings.following().messages().undeliveredAfter());
  }

  @Bean
  ReplyDesk replyDesk(
      Appointments appointments,
      Profiles profiles,
      Storage storage,
      BookingDesk desk,
      ChangeLinks links,
      MessageAftermath aftermath) {
    return new ReplyDesk(
        appointments, profiles, storage.messages(), storage.contacts(), new MessageChanges(desk),
        links, aftermath);
  }

  @Bean
  Reaction messageReaction(Profiles profiles, ServerSettings settings) {
    return new MessageReaction(
        org -> profiles.apply(org).filter(MessagingProfile::connected).isPresent(),
        settings.following().messages().undeliveredAfter());
  }

  @Bean
  JobWork messageSend(NoticeDesk desk) {
    return new MessageWork(
        new JobKind(MessageErrands.SEND, SMS, Urgency.CONFIRMATION), desk::send);
  }

  @Bean
  JobWork messageRemind(NoticeDesk desk) {
    return new MessageWork(new JobKind(MessageErrands.REMIND, SMS, Urgency.REMINDER), desk::send);
  }

  @Bean
  JobWork messageMail(NoticeDesk desk) {
    return new MessageWork(
        new JobKind(MessageErrands.MAIL, "smtp", Urgency.CONFIRMATION), desk::send);
  }

  @Bean
  JobWork messageCheck(DeliveryDesk desk) {
    return new MessageWork(new JobKind(MessageErrands.CHECK, SMS, Urgency.REMINDER), desk::check);
  }
}
