package dev.frontdesk.messaging;

import static dev.frontdesk.messaging.Ana.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.messaging.spi.DeliveryReport;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryDeskTest {
  private final Shop shop = new Shop();

  @BeforeEach
  void a_confirmation_was_sent() {
    shop.notices.send(shop.errand(Notice.CONFIRMATION), shop.clock.instant());
  }

  @Test
  void a_report_moves_the_message_and_the_same_again_changes_nothing() {
    report(MessageEvent.REPORT_DELIVERED, Optional.empty());
    var once = shop.only();
    shop.clock.advance(Duration.ofMinutes(1));
    report(MessageEvent.REPORT_DELIVERED, Optional.empty());
    report(MessageEvent.REPORT_SENT, Optional.empty());

    assertThat(shop.only()).isEqualTo(once);
    assertThat(once.state()).isEqualTo(MessageState.DELIVERED);
  }

  @Test
  void a_report_about_another_message_under_this_ones_address_is_not_believed() {
    var foreign =
        new DeliveryReport(
            "SM99", MessageEvent.REPORT_DELIVERED, Optional.empty(), "", 0, Optional.empty(),
            Optional.empty());
    assertThat(shop.delivery.report(ORG, shop.only().id(), foreign, shop.clock.instant()))
        .isEmpty();
    assertThat(shop.only().state()).isEqualTo(MessageState.ACCEPTED);
  }

  @Test
  void an_undelivered_one_goes_by_mail_at_once_and_is_calmed_when_it_arrives_after_all() {
    report(MessageEvent.REPORT_UNDELIVERED, Optional.of(Refusal.NOT_MOBILE));
    assertThat(shop.alarms).containsKey("message.undelivered");
    assertThat(shop.planned).extracting(Errand::channel).containsExactly(Channel.MAIL);

    report(MessageEvent.REPORT_DELIVERED, Optional.empty());
    assertThat(shop.alarms).isEmpty();
  }

  @Test
  void after_five_minutes_without_a_report_the_carrier_is_asked() {
    shop.carrier.fate("SM1", MessageEvent.REPORT_DELIVERED);
    assertThat(check()).isEqualTo(new Ok<>("delivered"));
    assertThat(shop.only().state()).isEqualTo(MessageState.DELIVERED);
    assertThat(shop.alarms).isEmpty();
  }

  @Test
  void a_booking_without_a_delivered_notice_raises_an_alarm_and_goes_by_mail() {
    assertThat(check()).isEqualTo(new Ok<>("not delivered; an alarm stands, and a mail goes out"));
    assertThat(shop.alarms.get("message.undelivered"))
        .contains("no confirmation has been delivered yet: it is ACCEPTED")
        .contains("goes by mail instead");
    assertThat(shop.planned).extracting(Errand::channel).containsExactly(Channel.MAIL);
  }

  @Test
  void a_notice_that_arrives_after_the_alarm_was_raised_calms_it() {
    shop.clock.advance(Duration.ofMinutes(5));
    check();
    assertThat(shop.alarms).containsKey("message.undelivered");
    report(MessageEvent.REPORT_DELIVERED, Optional.empty());
    assertThat(shop.alarms).isEmpty();
  }

  @Test
  void an_appointment_that_is_over_needs_no_notice() {
    shop.clock.set(Ana.at("2026-03-03T15:00"));
    assertThat(check()).isEqualTo(new Ok<>("nothing to do: there is nothing to be told any more"));
    assertThat(shop.alarms).isEmpty();
  }

  @Test
  void an_opt_out_that_shows_in_a_report_enters_the_list() {
    report(MessageEvent.REPORT_FAILED, Optional.of(Refusal.OPTED_OUT));
    assertThat(shop.messages.suppressions(ORG, 10)).hasSize(1);
  }

  private Object check() {
    return shop.delivery.check(shop.errand(Notice.CONFIRMATION), shop.clock.instant());
  }

  private void report(MessageEvent event, Optional<Refusal> refusal) {
    shop.delivery.report(
        ORG, shop.only().id(),
        new DeliveryReport("SM1", event, refusal, "30006", 1, Optional.empty(), Optional.empty()),
        shop.clock.instant());
  }
}
