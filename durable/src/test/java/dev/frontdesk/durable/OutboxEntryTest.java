package dev.frontdesk.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.TraceId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutboxEntryTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final OrgId ORG = new OrgId("maple");
  private static final TraceId TRACE = new TraceId("0".repeat(32));

  @Test
  void a_later_entry_sorts_after_an_earlier_one() {
    var one = OutboxEntry.of(ORG, "booking.confirmed", "b1", "{}", TRACE, NINE);
    var next = OutboxEntry.of(ORG, "booking.confirmed", "b1", "{}", TRACE, NINE.plusMillis(1));

    assertThat(one.id()).isLessThan(next.id());
  }

  @Test
  void a_kind_has_at_least_two_words_and_no_data() {
    assertThatThrownBy(() -> OutboxEntry.of(ORG, "Booked Dana", "b1", "{}", TRACE, NINE))
        .hasMessageContaining("reads like booking.confirmed");
  }
}
