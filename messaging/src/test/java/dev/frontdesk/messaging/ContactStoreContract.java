package dev.frontdesk.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.frontdesk.messaging.ContactStore.Incoming;
import dev.frontdesk.messaging.ContactStore.Proof;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.Transcript;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every store of wishes and replies does.
public abstract class ContactStoreContract {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private final OrgId org = newOrganisation();
  private final Recipient dana = new Recipient.Handset(new PhoneNumber("+14155550123"));

  protected abstract OrgId newOrganisation();

  protected abstract ContactStore contacts();

  @Test
  void a_refusal_stands_once_for_each_purpose_until_it_is_lifted() {
    contacts().suppress(org, dana, Optional.of(Purpose.REMINDER), "reply", NOW);
    contacts().suppress(org, dana, Optional.empty(), "carrier", NOW.plusSeconds(1));
    contacts().suppress(org, dana, Optional.empty(), "reply", NOW.plusSeconds(2));

    assertThat(contacts().suppressions(org, 10))
        .extracting(ContactStore.Suppression::only, ContactStore.Suppression::how)
        .containsExactly(
            tuple(Optional.empty(), "carrier"),
            tuple(Optional.of(Purpose.REMINDER), "reply"));
    contacts().lift(org, dana, "reply", NOW.plusSeconds(3));
    assertThat(contacts().suppressions(org, 10)).isEmpty();
    contacts().suppress(org, dana, Optional.empty(), "operator", NOW.plusSeconds(4));
    assertThat(contacts().suppressions(org, 10)).hasSize(1);
  }

  @Test
  void the_proof_of_consent_is_kept_once() {
    var proof = new Proof("call", "call-1", "left it when booking", NOW);
    contacts().consented(org, dana, Purpose.APPOINTMENT, proof);
    contacts().consented(org, dana, Purpose.APPOINTMENT, proof);

    assertThat(contacts().consents(org, dana)).containsExactly(proof);
    var other = new Recipient.Handset(new PhoneNumber("+14155550199"));
    assertThat(contacts().consents(org, other)).isEmpty();
  }

  @Test
  void a_text_that_comes_twice_is_one_with_one_answer() {
    contacts().received(org, incoming("SM1", "answer"));
    contacts().received(org, incoming("SM1", "another"));

    assertThat(contacts().answered(org, "SM1"))
        .contains(new ContactStore.Answered(Optional.of(new MessageText("answer"))));
    assertThat(contacts().answered(org, "SM2")).isEmpty();
    assertThat(contacts().inbox(org, 10)).containsExactly(incoming("SM1", "answer"));
    assertThat(contacts().answersSince(org, dana, NOW)).isEqualTo(1);
    assertThat(contacts().answersSince(org, dana, NOW.plusSeconds(1))).isZero();
  }

  private Incoming incoming(String id, String answer) {
    return new Incoming(
        id, dana, new Transcript("R"), "change", Optional.of(new BookingId("booking-1")),
        Optional.of(new MessageText(answer)), NOW);
  }
}
