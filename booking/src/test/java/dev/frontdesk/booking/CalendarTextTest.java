package dev.frontdesk.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.vocabulary.Appointment;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.EmailAddress;
import dev.frontdesk.vocabulary.PersonName;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.Slot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalendarTextTest {

  @Test
  void the_usual_text_says_what_is_known_and_leaves_out_the_rest() {
    var text = CalendarText.DEFAULT;

    assertThat(text.summary(appointment())).isEqualTo("Haircut: Dana $1");
    assertThat(text.description(appointment()))
        .isEqualTo(
            """
            Haircut with Ana, Chair 1
            Phone: +14155550123
            Booked by telephone through Frontdesk
            Booking b1""");
  }

  @Test
  void a_token_that_does_not_exist_is_named() {
    assertThatThrownBy(() -> new CalendarText("{servise}", ""))
        .hasMessageContaining("no token {servise}")
        .hasMessageContaining("service");
  }

  @Test
  void customers_are_invited_only_where_that_is_set() {
    var inviting = plan(true);

    assertThat(inviting.text().entry(appointment(), plan(false), Optional.empty()).attendees())
        .isEmpty();
    assertThat(inviting.text().entry(mailed(), inviting, Optional.empty()).attendees())
        .containsExactly(new EmailAddress("dana@example.test"));
  }

  @Test
  void an_entry_prints_without_what_it_says() {
    var entry = CalendarText.DEFAULT.entry(appointment(), plan(false), Optional.empty());

    assertThat(entry.toString()).isEqualTo("entry for booking b1, version 1");
  }

  private static CalendarPlan plan(boolean inviting) {
    var plan = CalendarShop.plan(ConflictPolicy.BLOCK, Map.of());
    return new CalendarPlan(
        plan.calendar(),
        plan.ofResource(),
        plan.conflicts(),
        plan.staleAfter(),
        plan.text(),
        inviting);
  }

  private static Appointment mailed() {
    return appointment(Optional.of(new EmailAddress("dana@example.test")));
  }

  private static Appointment appointment() {
    return appointment(Optional.empty());
  }

  private static Appointment appointment(Optional<EmailAddress> email) {
    return new Appointment(
        MapleStreet.ORG,
        "Maple Street Barbers",
        Optional.empty(),
        new BookingId("b1"),
        1,
        Appointment.State.CONFIRMED,
        MapleStreet.HAIRCUT,
        "Haircut",
        List.of(MapleStreet.ANA),
        List.of("Ana", "Chair 1"),
        new Slot(MapleStreet.NOW, MapleStreet.NOW.plusSeconds(1800)),
        MapleStreet.ZONE,
        new PersonName("Dana $1"),
        Optional.of(new PhoneNumber("+14155550123")),
        email,
        new CallId("c1"),
        MapleStreet.NOW,
        Optional.empty());
  }
}
