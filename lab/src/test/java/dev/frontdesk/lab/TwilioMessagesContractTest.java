package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.integrations.twilio.TwilioMessages;
import dev.frontdesk.integrations.twilio.TwilioSettings;
import dev.frontdesk.messaging.MessageId;
import dev.frontdesk.messaging.MessageSenderContract;
import dev.frontdesk.messaging.MessageText;
import dev.frontdesk.messaging.Refusal;
import dev.frontdesk.messaging.Sender;
import dev.frontdesk.messaging.spi.MessageSender;
import dev.frontdesk.messaging.spi.OutgoingText;
import dev.frontdesk.messaging.spi.Submission;
import dev.frontdesk.telephony.CarrierUrls;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import dev.frontdesk.vocabulary.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Twilio's SDK against the simulated Twilio: both do what every carrier of texts does.
class TwilioMessagesContractTest extends MessageSenderContract {
  private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
  private static final String SERVICE = "MG0123456789abcdef0123456789abcdef";
  private final VendorFaults faults = VendorFaults.none();
  private final SimulatedMessages twilio =
      SimulatedMessages.start(
          0, new SimulatedMessages.Account(ACCOUNT, "token", URI::create), faults, Duration.ZERO,
          Clock.systemUTC());
  private MessageSender sender = sender("token", twilio.base());

  @AfterEach
  void stop() {
    twilio.close();
  }

  @Override
  protected MessageSender sender() {
    return sender;
  }

  @Override
  protected void next(Next fault) {
    switch (fault) {
      case REFUSE_CONNECTION -> sender = sender("token", URI.create("http://127.0.0.1:1"));
      case THROTTLE_FOR_7_S -> faults.next(VendorFault.throttled(Duration.ofSeconds(7)));
      case DO_IT_AND_RESET -> faults.next(VendorFault.resetAfter());
      case RESET_UNDONE -> faults.next(VendorFault.resetBefore());
      case ANSWER_502_UNDONE -> faults.next(VendorFault.status(502));
    }
  }

  @Override
  protected void landline(PhoneNumber number) {
    twilio.handset(number.e164(), SimulatedHandset.LANDLINE);
  }

  @Override
  protected void optedOut(PhoneNumber number) {
    twilio.handset(number.e164(), SimulatedHandset.OPTED_OUT);
  }

  @Override
  protected int taken() {
    return twilio.entries().size();
  }

  @Test
  void a_proxys_error_after_the_work_is_found_by_looking() {
    faults.next(VendorFault.doneYet(504));
    assertThat(sender.send(text("Hello"))).isInstanceOf(Failed.class);
    assertThat(sighted(text("Hello"))).hasSize(1);
  }

  @Test
  void a_text_that_was_just_taken_is_found_although_it_has_no_date_of_sending() {
    twilio.step(Duration.ofHours(1));
    sender.send(text("Hello"));
    assertThat(twilio.entries().getFirst().status()).isEqualTo("queued");
    assertThat(sighted(text("Hello"))).hasSize(1);
  }

  @Test
  void looking_goes_on_over_pages() {
    for (int i = 0; i < 60; i++) {
      sender.send(text("Hello " + i));
    }
    assertThat(sighted(text("Hello 0"))).hasSize(1);
  }

  @Test
  void a_service_sends_for_its_numbers_and_is_told_apart_from_a_number() {
    var byService =
        new OutgoingText(
            ORG, MessageId.of("x"), new Sender.Service(SERVICE), DANA, new MessageText("Hello"),
            Duration.ofHours(1));
    sender.send(byService);
    assertThat(twilio.entries().getFirst().service()).isEqualTo(SERVICE);
    assertThat(sighted(byService)).hasSize(1);
    assertThat(sighted(text("Hello"))).as("no number of ours has sent it").isEmpty();
  }

  @Test
  void a_wrong_token_is_ours_to_mend() {
    sender = sender("other", twilio.base());
    assertThat(((Failed<Submission>) sender.send(text("Hello"))).failure())
        .isEqualTo(new Failure.Permanent("twilio 401 (20003)"));
  }

  @Test
  void a_sender_that_is_not_ours_is_told() {
    twilio.own("+14155559999");
    assertThat(((Submission.Refused) ((Ok<Submission>) sender.send(text("Hello"))).value()))
        .isEqualTo(new Submission.Refused(Refusal.BAD_SENDER, "twilio 21606"));
  }

  @Test
  void a_text_that_is_too_long_is_told() {
    ProviderResult<Submission> result = sender.send(text("a".repeat(1_601)));
    assertThat(((Ok<Submission>) result).value())
        .isEqualTo(new Submission.Refused(Refusal.BAD_CONTENT, "twilio 21617"));
  }

  private List<?> sighted(OutgoingText text) {
    return ((Ok<? extends List<?>>) (Ok<?>) sender.sightings(
            text, now().minus(Duration.ofMinutes(2))))
        .value();
  }

  private static MessageSender sender(String token, URI api) {
    var urls =
        new CarrierUrls(
            URI.create("http://127.0.0.1:1"), URI.create("ws://127.0.0.1:1"));
    return new TwilioMessages(
        new TwilioSettings(ACCOUNT, new Secret(token), urls, api, Duration.ofSeconds(10)));
  }
}
