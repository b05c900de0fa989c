package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.crm.WebhookEvent;
import dev.frontdesk.crm.WebhookTarget;
import dev.frontdesk.integrations.webhook.SignedWebhook;
import dev.frontdesk.testkit.SettableClock;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Throttled;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import dev.frontdesk.vocabulary.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The outgoing webhook against a receiver that takes nothing on trust.
class SignedWebhookTest {
  private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");
  private static final WebhookEvent EVENT =
      new WebhookEvent(
          "e-1", "booking.booking-made", NOON,
          "{\"id\":\"e-1\",\"type\":\"booking.booking-made\"}");

  private final SettableClock clock = new SettableClock(NOON);
  private final VendorFaults faults = VendorFaults.none();
  private final SimulatedReceiver receiver =
      SimulatedReceiver.start(0, new Secret("key"), faults, Duration.ZERO, clock);
  private final SignedWebhook webhook = new SignedWebhook(Duration.ofSeconds(5));

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void an_event_arrives_signed() {
    assertThat(send("key")).isEqualTo(new Ok<>(202));
    assertThat(receiver.entries())
        .containsExactly(
            new SimulatedReceiver.Received(
                "e-1", "booking.booking-made", EVENT.body(), false));
  }

  @Test
  void sent_again_it_has_the_same_id_so_that_the_second_may_be_dropped() {
    faults.next(VendorFault.resetAfter());
    assertThat(send("key")).isEqualTo(new Failed<>(new Retryable("no answer")));
    clock.advance(Duration.ofHours(3));
    assertThat(send("key")).isEqualTo(new Ok<>(202));
    assertThat(receiver.entries()).extracting(SimulatedReceiver.Received::again)
        .containsExactly(false, true);
  }

  @Test
  void another_secret_is_refused_for_good() {
    assertThat(send("another")).isEqualTo(new Failed<>(new Permanent("answered 401")));
  }

  @Test
  void a_replay_of_an_old_request_is_refused_by_its_time() {
    var result = webhook.send(target("key"), EVENT, NOON.minus(Duration.ofMinutes(6)));
    assertThat(result).isEqualTo(new Failed<>(new Permanent("answered 401")));
  }

  @Test
  void only_2xx_is_taken_for_accepted() {
    faults.next(
        VendorFault.status(302), VendorFault.status(500), VendorFault.status(410),
        VendorFault.throttled(Duration.ofSeconds(7)));
    assertThat(send("key")).isEqualTo(new Failed<>(new Permanent("answered 302")));
    assertThat(send("key")).isEqualTo(new Failed<>(new Retryable("answered 500")));
    assertThat(send("key")).isEqualTo(new Failed<>(new Permanent("answered 410")));
    assertThat(send("key"))
        .isEqualTo(new Failed<>(new Throttled("answered 429", Duration.ofSeconds(7))));
  }

  private ProviderResult<Integer> send(String secret) {
    return webhook.send(target(secret), EVENT, clock.instant());
  }

  private WebhookTarget target(String secret) {
    URI url = receiver.address();
    return new WebhookTarget("n8n", url, new Secret(secret), Set.of());
  }
}
