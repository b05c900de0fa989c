package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.booking.spi.CalendarEntry;
import dev.frontdesk.booking.spi.CalendarEvent;
import dev.frontdesk.integrations.google.GoogleAccount;
import dev.frontdesk.integrations.google.GoogleAccounts;
import dev.frontdesk.integrations.google.GoogleCalendar;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Throttled;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Unconfirmed;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import dev.frontdesk.vocabulary.Secret;
import dev.frontdesk.vocabulary.Slot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What each misbehaviour of Google's leads to.
class GoogleCalendarFaultsTest {
  private static final OrgId ORG = new OrgId("maple");
  private static final String OWNER = GoogleCalendarContractTest.OWNER;
  private static final Instant START = Instant.parse("2026-12-01T15:00:00Z");

  private final VendorFaults faults = VendorFaults.none();
  private final SimulatedCalendar google = SimulatedCalendar.start(faults, Duration.ZERO);
  private final AtomicReference<String> refused = new AtomicReference<>("");
  private final GoogleCalendar adapter =
      new GoogleCalendar(
          GoogleCalendarContractTest.settings(google).patient(Duration.ofSeconds(1)),
          new Accounts(new GoogleAccount.Person(new Secret(google.grant(OWNER)))),
          Clock.systemUTC());

  @AfterEach
  void close() {
    adapter.close();
    google.close();
  }

  @Test
  void a_reset_before_the_work_is_unconfirmed_and_trying_again_writes_once() {
    faults.nextOf("events.insert", VendorFault.resetBefore());

    assertThat(failure(put(1))).isInstanceOf(Unconfirmed.class);
    assertThat(put(1)).isInstanceOf(Ok.class);
    assertThat(google.entries()).hasSize(1);
  }

  @Test
  void a_reset_after_the_work_is_unconfirmed_and_trying_again_writes_once() {
    faults.nextOf("events.insert", VendorFault.resetAfter());

    assertThat(failure(put(1))).isInstanceOf(Unconfirmed.class);
    assertThat(google.entries()).hasSize(1);
    assertThat(put(1)).isInstanceOf(Ok.class);
    assertThat(google.entries()).hasSize(1);
  }

  @Test
  void an_answer_that_comes_too_late_is_unconfirmed() {
    faults.nextOf("events.insert", VendorFault.slow(Duration.ofSeconds(3)));

    assertThat(failure(put(1))).isInstanceOf(Unconfirmed.class);
    assertThat(put(1)).isInstanceOf(Ok.class);
    assertThat(google.entries()).hasSize(1);
  }

  @Test
  void an_error_of_theirs_on_a_write_is_unconfirmed_and_on_a_read_can_be_tried_again() {
    faults.nextOf("events.insert", VendorFault.doneYet(503));
    faults.nextOf("events.list", VendorFault.status(500));

    assertThat(failure(put(1))).isInstanceOf(Unconfirmed.class);
    assertThat(put(1)).isInstanceOf(Ok.class);
    assertThat(google.entries()).hasSize(1);
    assertThat(failure(changes())).isInstanceOf(Retryable.class);
  }

  @Test
  void both_words_for_too_fast_are_waited_out() {
    faults.nextOf(
        "events.insert",
        VendorFault.throttled(Duration.ofSeconds(7)),
        VendorFault.status(403, "userRateLimitExceeded"));

    assertThat(failure(put(1)))
        .isInstanceOfSatisfying(
            Throttled.class,
            told -> assertThat(told.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
    assertThat(failure(put(1))).isInstanceOf(Throttled.class);
    assertThat(put(1)).isInstanceOf(Ok.class);
  }

  @Test
  void another_403_is_for_a_person() {
    faults.nextOf("events.insert", VendorFault.status(403, "forbiddenForNonOrganizer"));

    assertThat(failure(put(1)))
        .isEqualTo(new Permanent("google: 403 forbiddenForNonOrganizer"));
  }

  @Test
  void an_access_token_that_ran_out_is_renewed_unnoticed() {
    assertThat(put(1)).isInstanceOf(Ok.class);
    google.expireAccessTokens();

    assertThat(put(2)).isInstanceOf(Ok.class);
    assertThat(refused).hasValue("");
  }

  @Test
  void a_token_that_is_not_taken_while_no_other_can_be_had_is_no_reason_to_give_up() {
    assertThat(put(1)).isInstanceOf(Ok.class);
    google.expireAccessTokens();
    faults.nextOf("token", VendorFault.status(503), VendorFault.status(503));

    assertThat(failure(put(2))).isInstanceOf(Retryable.class);
    assertThat(refused).hasValue("");
    assertThat(put(2)).isInstanceOf(Ok.class);
  }

  @Test
  void access_taken_back_is_told_with_googles_word() {
    google.revoke(OWNER);

    assertThat(failure(put(1))).isInstanceOf(Permanent.class);
    assertThat(refused).hasValue("invalid_grant");
  }

  @Test
  void no_token_for_now_is_no_reason_to_give_up() {
    faults.nextOf("token", VendorFault.status(503));

    assertThat(failure(put(1))).isInstanceOf(Retryable.class);
    assertThat(refused).hasValue("");
    assertThat(put(1)).isInstanceOf(Ok.class);
  }

  @Test
  void a_conflict_on_the_tag_is_settled_by_looking() {
    var written = ok(put(1));
    faults.nextOf("events.patch", VendorFault.status(412));

    var moved = put(2, Optional.of(written));

    assertThat(ok(moved).id()).isEqualTo(written.id());
    assertThat(google.entries()).hasSize(1);
  }

  @Test
  void an_id_that_is_spent_leads_to_the_next_generation() {
    var written = ok(put(1));
    google.refuseRevival(OWNER);
    google.deleteByHand(OWNER, written.id());

    var again = ok(put(2, Optional.of(written)));

    assertThat(again.id()).isNotEqualTo(written.id());
    assertThat(again.generation()).isEqualTo(1);
    assertThat(google.entries())
        .extracting(SimulatedCalendar.Entry::id)
        .containsExactly(again.id());
  }

  @Test
  void an_unconfirmed_event_of_a_later_generation_is_found_and_taken_off() {
    var written = ok(put(1));
    google.refuseRevival(OWNER);
    google.deleteByHand(OWNER, written.id());
    put(2, Optional.of(written));

    var gone = adapter.remove(ORG, new BookingId("b-1"), OWNER, Optional.empty(), deadline());

    assertThat(ok(gone)).isPresent();
    assertThat(google.entries()).isEmpty();
  }

  @Test
  void the_minute_of_a_user_is_kept() {
    google.limit(2, 10_000);

    put(1);
    put(1);

    assertThat(failure(put(3))).isInstanceOf(Throttled.class);
  }

  @Test
  void the_event_says_whose_it_is_where_people_do_not_see_it() {
    ok(put(1));

    assertThat(google.entries().getFirst().own())
        .containsEntry("frontdeskBooking", "b-1")
        .containsEntry("frontdeskVersion", "1")
        .containsEntry("frontdeskSource", "frontdesk")
        .containsEntry("frontdeskTags", "haircut");
  }

  private ProviderResult<CalendarEvent> put(int version) {
    return put(version, Optional.empty());
  }

  private ProviderResult<CalendarEvent> put(int version, Optional<CalendarEvent> known) {
    var entry =
        new CalendarEntry(
            new BookingId("b-1"),
            version,
            OWNER,
            new Slot(START, START.plusSeconds(1800)),
            ZoneId.of("America/New_York"),
            "Haircut",
            "",
            Optional.empty(),
            List.of("haircut"),
            List.of(),
            Optional.empty());
    return adapter.put(ORG, entry, known, deadline());
  }

  private ProviderResult<?> changes() {
    var range = new Slot(START, START.plusSeconds(3600));
    return adapter.changes(ORG, OWNER, Optional.empty(), range, deadline());
  }

  private static Instant deadline() {
    return Instant.now().plusSeconds(20);
  }

  private static <T> T ok(ProviderResult<T> result) {
    if (result instanceof Ok<T>(var value)) {
      return value;
    }
    throw new AssertionError("failed: " + result);
  }

  private static ProviderResult.Failure failure(ProviderResult<?> result) {
    if (result instanceof Failed<?>(var failure)) {
      return failure;
    }
    throw new AssertionError("did not fail: " + result);
  }

  private final class Accounts implements GoogleAccounts {
    private final GoogleAccount account;

    Accounts(GoogleAccount account) {
      this.account = account;
    }

    @Override
    public Optional<GoogleAccount> of(OrgId org) {
      return Optional.of(account);
    }

    @Override
    public void refused(OrgId org, String reason) {
      refused.set(reason);
    }
  }
}
