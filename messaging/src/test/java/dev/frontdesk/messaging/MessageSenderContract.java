package dev.frontdesk.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.messaging.spi.DeliveryReport;
import dev.frontdesk.messaging.spi.MessageSender;
import dev.frontdesk.messaging.spi.OutgoingText;
import dev.frontdesk.messaging.spi.Submission;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every carrier of texts does, and its simulator with it.
public abstract class MessageSenderContract {
  protected static final PhoneNumber SHOP = new PhoneNumber("+14155550100");
  protected static final PhoneNumber DANA = new PhoneNumber("+14155550123");
  protected static final OrgId ORG = new OrgId("maple-street-barbers");

  /// What the carrier is made to do with the next request.
  protected enum Next {
    REFUSE_CONNECTION,
    THROTTLE_FOR_7_S,
    DO_IT_AND_RESET,
    RESET_UNDONE,
    ANSWER_502_UNDONE
  }

  protected abstract MessageSender sender();

  protected abstract void next(Next fault);

  /// Numbers of which the carrier knows that they take no text, or want none.
  protected abstract void landline(PhoneNumber number);

  protected abstract void optedOut(PhoneNumber number);

  /// How many texts the carrier has taken.
  protected abstract int taken();

  protected Instant now() {
    return Instant.now();
  }

  @Test
  void a_text_is_taken_once_and_can_be_asked_for() {
    var accepted = accepted(sender().send(text("Hello 1")));

    assertThat(accepted.providerId()).isNotBlank();
    assertThat(taken()).isEqualTo(1);
    assertThat(sender().status(accepted.providerId()))
        .isInstanceOfSatisfying(
            Ok.class,
            ok ->
                assertThat(((DeliveryReport) ok.value()).providerId())
                    .isEqualTo(accepted.providerId()));
  }

  @Test
  void an_answer_that_was_lost_leaves_it_open_and_looking_finds_the_text() {
    next(Next.DO_IT_AND_RESET);
    assertThat(failure(sender().send(text("Hello 2")))).isInstanceOf(Failure.Unconfirmed.class);
    assertThat(taken()).isEqualTo(1);

    var found = sightings(text("Hello 2"));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().event()).isNotEqualTo(MessageEvent.REFUSE);
  }

  @Test
  void what_was_never_done_is_not_found() {
    next(Next.RESET_UNDONE);
    assertThat(failure(sender().send(text("Hello 3")))).isInstanceOf(Failure.Unconfirmed.class);

    assertThat(sightings(text("Hello 3"))).isEmpty();
    assertThat(taken()).isZero();
  }

  @Test
  void a_gateways_error_does_not_say_whether_it_was_done() {
    next(Next.ANSWER_502_UNDONE);
    assertThat(failure(sender().send(text("Hello 4")))).isInstanceOf(Failure.Unconfirmed.class);
  }

  @Test
  void only_the_same_words_to_the_same_number_are_the_same_text() {
    accepted(sender().send(text("Hello 5")));

    assertThat(sightings(text("Hello 6"))).isEmpty();
    var other = new PhoneNumber("+14155550124");
    assertThat(sightings(text("Hello 5", other))).isEmpty();
    assertThat(sightings(text("Hello 5"))).hasSize(1);
  }

  @Test
  void only_what_was_sent_since_then_is_looked_at() {
    accepted(sender().send(text("Hello 7")));

    assertThat(
            ((Ok<List<DeliveryReport>>)
                    sender().sightings(text("Hello 7"), now().plus(Duration.ofHours(1))))
                .value())
        .isEmpty();
  }

  @Test
  void throttling_says_how_long_and_takes_nothing() {
    next(Next.THROTTLE_FOR_7_S);
    assertThat(failure(sender().send(text("Hello 8"))))
        .isInstanceOfSatisfying(
            Failure.Throttled.class,
            throttled -> assertThat(throttled.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
    assertThat(taken()).isZero();
  }

  @Test
  void what_never_left_may_be_sent_again() {
    next(Next.REFUSE_CONNECTION);
    assertThat(failure(sender().send(text("Hello 9")))).isInstanceOf(Failure.Retryable.class);
  }

  @Test
  void a_landline_is_refused_for_what_it_is() {
    landline(DANA);
    assertThat(refused(sender().send(text("Hello 10"))).refusal()).isEqualTo(Refusal.NOT_MOBILE);
  }

  @Test
  void who_opted_out_at_the_carrier_is_refused_for_that() {
    optedOut(DANA);
    assertThat(refused(sender().send(text("Hello 11"))).refusal()).isEqualTo(Refusal.OPTED_OUT);
  }

  protected static OutgoingText text(String body) {
    return text(body, DANA);
  }

  private static OutgoingText text(String body, PhoneNumber to) {
    return new OutgoingText(
        ORG, MessageId.of(body), new Sender.Number(SHOP), to, new MessageText(body),
        Duration.ofHours(1));
  }

  private List<DeliveryReport> sightings(OutgoingText text) {
    var result = sender().sightings(text, now().minus(Duration.ofMinutes(2)));
    assertThat(result).isInstanceOf(Ok.class);
    return ((Ok<List<DeliveryReport>>) result).value();
  }

  private static Submission.Accepted accepted(ProviderResult<Submission> result) {
    assertThat(result).isInstanceOf(Ok.class);
    return (Submission.Accepted) ((Ok<Submission>) result).value();
  }

  private static Submission.Refused refused(ProviderResult<Submission> result) {
    assertThat(result).isInstanceOf(Ok.class);
    return (Submission.Refused) ((Ok<Submission>) result).value();
  }

  private static Failure failure(ProviderResult<?> result) {
    assertThat(result).isInstanceOf(Failed.class);
    return ((Failed<?>) result).failure();
  }
}
