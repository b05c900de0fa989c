package dev.frontdesk.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.crm.CrmKeptContract;
import dev.frontdesk.crm.CrmSync;
import dev.frontdesk.crm.WebhookEvent;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlCrmTest extends CrmKeptContract {
  private static final Instant NINE = Instant.parse("2026-06-15T09:00:00Z");

  private final OrgId org = TestStorage.newOrganisation();

  @Override
  protected CrmSync.Kept kept() {
    return TestStorage.shared().crm();
  }

  @Override
  protected OrgId org() {
    return org;
  }

  @Test
  void a_delivery_is_begun_once_and_keeps_when_it_was_first_accepted() {
    var deliveries = TestStorage.shared().webhookDeliveries();
    var event = new WebhookEvent("e-1", "booking.booking-made", NINE, "{}");
    deliveries.begin(org, "n8n", event);
    deliveries.begin(org, "n8n", event);
    deliveries.attempted(org, "n8n", "e-1", false, "answered 500", NINE.plusSeconds(1));
    assertThat(deliveries.latest(org, true, 10)).hasSize(1);
    deliveries.attempted(org, "n8n", "e-1", true, "answered 200", NINE.plusSeconds(2));
    deliveries.attempted(org, "n8n", "e-1", true, "answered 200", NINE.plusSeconds(3));
    var delivery = deliveries.find(org, "n8n", "e-1").orElseThrow();
    assertThat(delivery.event()).isEqualTo(event);
    assertThat(delivery.attempts()).isEqualTo(3);
    assertThat(delivery.lastAnswer()).contains("answered 200");
    assertThat(delivery.deliveredAt()).contains(NINE.plusSeconds(2));
    assertThat(deliveries.latest(org, true, 10)).isEmpty();
    assertThat(deliveries.latest(org, false, 10)).isEqualTo(List.of(delivery));
    deliveries.forget(org, NINE.plusSeconds(1));
    assertThat(deliveries.find(org, "n8n", "e-1")).isEmpty();
  }
}
