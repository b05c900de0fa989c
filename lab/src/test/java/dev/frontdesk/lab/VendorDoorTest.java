package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VendorDoorTest {
  private final AtomicInteger done = new AtomicInteger();
  private final VendorFaults faults = VendorFaults.none();
  private final VendorDoor door = VendorDoor.open(0, new Till(), faults, Duration.ZERO);
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    door.close();
    http.close();
  }

  @Test
  void a_request_is_read_whole_and_answered() throws Exception {
    var answer = post("/sales%20today?a=1&a=2", "coins=3");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("/sales today [1, 2] [3]");
  }

  @Test
  void a_refusal_leaves_nothing_done_and_says_when_to_come_back() throws Exception {
    faults.next(VendorFault.throttled(Duration.ofSeconds(7)));

    var answer = post("/", "");

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("7");
    assertThat(done).hasValue(0);
  }

  @Test
  void a_connection_reset_before_the_work_leaves_nothing_done() {
    faults.next(VendorFault.resetBefore(), VendorFault.resetBefore());

    assertThatThrownBy(() -> post("/", "")).isInstanceOf(IOException.class);
    assertThat(done).hasValue(0);
  }

  @Test
  void a_connection_reset_after_the_work_leaves_it_done() {
    faults.next(VendorFault.resetAfter());

    assertThatThrownBy(() -> post("/", "")).isInstanceOf(IOException.class);
    assertThat(done).hasValue(1);
  }

  @Test
  void work_may_be_done_and_still_be_answered_with_an_error() throws Exception {
    faults.next(VendorFault.doneYet(502));

    assertThat(post("/", "").statusCode()).isEqualTo(502);
    assertThat(done).hasValue(1);
  }

  @Test
  void a_script_for_an_operation_waits_for_it() throws Exception {
    faults.nextOf("other", VendorFault.status(500)).nextOf("sale", VendorFault.status(503));

    assertThat(post("/", "").statusCode()).isEqualTo(503);
    assertThat(post("/", "").statusCode()).isEqualTo(200);
    assertThat(faults.counts()).containsOnlyKeys("refused-503").containsValue(1);
  }

  @Test
  void rates_add_up_and_calm_ends_them() {
    var half =
        new VendorFaults(7)
            .rate(0.3, VendorFault.resetBefore())
            .rate(0.2, VendorFault.status(500));
    for (int i = 0; i < 10_000; i++) {
      half.take("sale");
    }
    var befell = half.counts();

    half.calm();

    assertThat(befell.get("reset-before")).isBetween(2_700, 3_300);
    assertThat(befell.get("refused-500")).isBetween(1_700, 2_300);
    assertThat(half.take("sale")).isEqualTo(VendorFault.none());
  }

  @Test
  void the_same_seed_gives_the_same_faults() {
    var one = new VendorFaults(3).rate(0.5, VendorFault.resetAfter());
    var other = new VendorFaults(3).rate(0.5, VendorFault.resetAfter());

    for (int i = 0; i < 100; i++) {
      assertThat(one.take("sale")).isEqualTo(other.take("sale"));
    }
  }

  @Test
  void messages_to_the_server_have_faults_of_their_own() {
    faults.nextCallback(CallbackFault.lost()).next(VendorFault.status(500));

    assertThat(faults.takeCallback("status")).isEqualTo(CallbackFault.lost());
    assertThat(faults.takeCallback("status")).isEqualTo(CallbackFault.once());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(door.base().resolve(path))
            .POST(BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private final class Till implements VendorDoor.Vendor {
    @Override
    public String operation(VendorRequest request) {
      return "sale";
    }

    @Override
    public VendorAnswer answer(VendorRequest request) {
      done.incrementAndGet();
      return VendorAnswer.json(
          200,
          request.path() + " " + request.query().get("a") + " " + request.form().get("coins"));
    }

    @Override
    public VendorAnswer refusal(VendorFault.Refused refused, VendorRequest request) {
      return VendorAnswer.json(refused.status(), "no");
    }

    @Override
    public VendorAnswer expired(VendorRequest request) {
      return VendorAnswer.json(401, "expired");
    }
  }
}
