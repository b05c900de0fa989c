package dev.frontdesk.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.messaging.spi.Invite;
import dev.frontdesk.messaging.spi.MailSender;
import dev.frontdesk.messaging.spi.OutgoingMail;
import dev.frontdesk.messaging.spi.Submission;
import dev.frontdesk.vocabulary.EmailAddress;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import dev.frontdesk.vocabulary.Slot;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every mail server does that takes mail from us.
public abstract class MailSenderContract {
  private static final Instant START = Instant.parse("2026-03-03T23:00:00Z");

  /// What the server is made to do with the next mail.
  protected enum Next {
    NO_CONNECTION,
    NOT_NOW,
    TAKE_IT_AND_RESET
  }

  protected abstract MailSender sender();

  protected abstract void next(Next fault);

  protected abstract void nobodyAt(String address);

  /// The Message-IDs of the mails that the server has taken, oldest first.
  protected abstract List<String> taken();

  @Test
  void a_mail_is_taken_under_an_id_of_ours() {
    assertThat(sender().send(mail("one", Optional.empty())))
        .isInstanceOfSatisfying(
            Ok.class,
            ok -> assertThat(ok.value()).isInstanceOf(Submission.Accepted.class));
    assertThat(taken()).hasSize(1);
    assertThat(taken().getFirst()).startsWith("<" + MessageId.of("one").value() + "@");
  }

  @Test
  void a_mail_whose_answer_was_lost_is_known_by_its_id_when_it_comes_again() {
    next(Next.TAKE_IT_AND_RESET);
    assertThat(failure(mail("two", Optional.empty()))).isInstanceOf(Failure.Unconfirmed.class);
    sender().send(mail("two", Optional.empty()));

    assertThat(taken()).hasSize(2);
    assertThat(taken().get(0)).isEqualTo(taken().get(1));
  }

  @Test
  void an_address_without_a_mailbox_is_refused() {
    nobodyAt("dana@example.com");
    assertThat(sender().send(mail("three", Optional.empty())))
        .isInstanceOfSatisfying(
            Ok.class,
            ok ->
                assertThat(((Submission.Refused) ok.value()).refusal())
                    .isEqualTo(Refusal.BAD_ADDRESS));
  }

  @Test
  void not_now_is_not_never() {
    next(Next.NOT_NOW);
    assertThat(failure(mail("four", Optional.empty()))).isInstanceOf(Failure.Throttled.class);
    assertThat(taken()).isEmpty();
  }

  @Test
  void a_server_that_is_not_there_may_be_tried_again() {
    next(Next.NO_CONNECTION);
    assertThat(failure(mail("five", Optional.empty()))).isInstanceOf(Failure.Retryable.class);
  }

  private Failure failure(OutgoingMail mail) {
    return ((Failed<Submission>) sender().send(mail)).failure();
  }

  protected static OutgoingMail mail(String id, Optional<Invite> invite) {
    return new OutgoingMail(
        MessageId.of(id), new EmailAddress("desk@maple.example"), "Maple Street Barbers",
        new EmailAddress("dana@example.com"), new MessageText("Booked: Haircut, 3 März"),
        new MessageText("Haircut with Ana is booked.\n.\nA line with a dot above.\n"), invite);
  }

  protected static Invite invite(Invite.Method method, int sequence) {
    return new Invite(
        Ana.BOOKING, sequence, method, new Slot(START, START.plus(Duration.ofMinutes(30))),
        Ana.LOS_ANGELES, new MessageText("Haircut, Maple Street Barbers"),
        Optional.of("12 Maple Street; 2nd floor, left"),
        Optional.of(URI.create("https://desk.example.com/m/abc")),
        Instant.parse("2026-03-01T20:00:00Z"));
  }
}
