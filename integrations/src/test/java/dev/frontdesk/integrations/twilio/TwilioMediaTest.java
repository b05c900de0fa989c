package dev.frontdesk.integrations.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.AudioOut;
import dev.frontdesk.telephony.CallInstruction.ConnectMedia;
import dev.frontdesk.telephony.CallInstruction.DialPerson;
import dev.frontdesk.telephony.CallInstruction.HangUp;
import dev.frontdesk.telephony.CallStatus;
import dev.frontdesk.telephony.Desk;
import dev.frontdesk.telephony.Ears;
import dev.frontdesk.telephony.EndedReason;
import dev.frontdesk.telephony.InboundCall;
import dev.frontdesk.telephony.LegOpening;
import dev.frontdesk.telephony.MediaGateway;
import dev.frontdesk.telephony.MediaGatewaySettings;
import dev.frontdesk.telephony.SocketClient;
import dev.frontdesk.telephony.TelephonyCounters.Event;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The real gateway on a real port, with a client in Twilio's place.
class TwilioMediaTest {
  private final Desk maple = new Desk(10);
  private final Ears ears = new Ears();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final CountDownLatch answered = new CountDownLatch(1);
  private final MediaGateway gateway = gateway();

  private MediaGateway gateway() {
    maple.desk.listen(
        call -> {
          (call.status() == CallStatus.ENDED ? ended : answered).countDown();
        });
    return MediaGateway.start(
        MediaGatewaySettings.on(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
        List.of(new TwilioWire(Twilio.SETTINGS, maple.tokens)),
        ears,
        maple.desk,
        maple.counters);
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void audio_marks_and_keys_go_both_ways() throws InterruptedException {
    try (var twilio = connect(path("CA1"))) {
      twilio.send("{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}");
      twilio.send(Twilio.start("CA1"));
      var call = ears.nextCall();
      assertThat(call.leg().format()).isEqualTo(AudioFormat.PHONE);
      assertThat(call.leg().caller()).contains(Desk.DANA);
      assertThat(call.leg().opening()).isEqualTo(LegOpening.NEW);

      byte[] frame = new byte[160];
      Arrays.fill(frame, (byte) 0x7e);
      twilio.send(Twilio.media(frame, 1_240));
      assertThat(ears.next()).isEqualTo(new Ears.Audio(160, 0x7e, 1_240));
      twilio.send(
          "{\"event\":\"dtmf\",\"streamSid\":\"MZ1\",\"sequenceNumber\":\"5\",\"dtmf\":"
              + "{\"track\":\"inbound_track\",\"digit\":\"#\"}}");
      assertThat(ears.next()).isEqualTo(new Ears.Key('#'));

      call.on(out -> out.play(frame, 0, 160));
      call.on(out -> out.mark("g1:2"));
      call.on(AudioOut::clear);
      assertThat(twilio.nextText())
          .isEqualTo(
              "{\"event\":\"media\",\"streamSid\":\"MZ1\",\"media\":{\"payload\":\""
                  + Base64.getEncoder().encodeToString(frame)
                  + "\"}}");
      assertThat(twilio.nextText())
          .isEqualTo("{\"event\":\"mark\",\"streamSid\":\"MZ1\",\"mark\":{\"name\":\"g1:2\"}}");
      assertThat(twilio.nextText()).isEqualTo("{\"event\":\"clear\",\"streamSid\":\"MZ1\"}");
      twilio.send(
          "{\"event\":\"mark\",\"sequenceNumber\":\"7\",\"streamSid\":\"MZ1\",\"mark\":"
              + "{\"name\":\"g1:2\"}}");
      assertThat(ears.next()).isEqualTo(new Ears.Mark("g1:2"));
    }
  }

  @Test
  void a_stop_ends_the_call() throws InterruptedException {
    try (var twilio = started("CA1")) {
      twilio.send("{\"event\":\"stop\",\"streamSid\":\"MZ1\",\"stop\":{}}");

      assertThat(ears.next()).isEqualTo(new Ears.Closed(true));
      assertThat(twilio.next()).isEqualTo(new SocketClient.Closed(1000, ""));
      assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(maple.call().endedReason()).contains(EndedReason.CUSTOMER_ENDED_CALL);
    }
  }

  @Test
  void a_dropped_socket_lets_the_call_come_back() throws InterruptedException {
    var first = started("CA1");
    assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();
    first.drop();
    assertThat(ears.next()).isEqualTo(new Ears.Closed(false));

    var next = (ConnectMedia) maple.desk.next("twilio", Desk.MAPLE, maple.call().id());
    try (var second = connect(next.media().getPath())) {
      second.send(Twilio.start("CA1"));
      assertThat(ears.nextCall().leg().opening()).isEqualTo(LegOpening.RESUMED);
      assertThat(maple.call().status()).isEqualTo(CallStatus.IN_PROGRESS);
    }
    first.close();
  }

  @Test
  void a_close_without_a_stop_is_a_loss_for_twilio_asks_again() throws InterruptedException {
    try (var twilio = started("CA1")) {
      twilio.sayClose();

      assertThat(ears.next()).isEqualTo(new Ears.Closed(false));
      assertThat(maple.desk.next("twilio", Desk.MAPLE, maple.call().id()))
          .isInstanceOf(ConnectMedia.class);
    }
  }

  @Test
  void when_we_hang_up_the_row_says_so_before_the_socket_closes() throws InterruptedException {
    try (var twilio = connect(path("CA1"))) {
      twilio.send(Twilio.start("CA1"));
      var call = ears.nextCall();
      call.on(out -> out.hangUp("silence-timed-out"));

      assertThat(twilio.next()).isEqualTo(new SocketClient.Closed(1000, ""));
      assertThat(maple.call().endedReason()).contains(EndedReason.SILENCE_TIMED_OUT);
      assertThat(maple.desk.next("twilio", Desk.MAPLE, call.leg().call())).isEqualTo(new HangUp());
      assertThat(ears.next()).isEqualTo(new Ears.Closed(true));
    }
  }

  @Test
  void when_we_put_a_caller_through_the_row_says_so_before_the_socket_closes()
      throws InterruptedException {
    try (var twilio = connect(path("CA1"))) {
      twilio.send(Twilio.start("CA1"));
      var call = ears.nextCall();
      assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();
      call.on(out -> out.transfer("+14155550199"));

      assertThat(twilio.next()).isEqualTo(new SocketClient.Closed(1000, ""));
      assertThat(maple.call().status()).isEqualTo(CallStatus.FORWARDING);
      assertThat(maple.desk.next("twilio", Desk.MAPLE, call.leg().call()))
          .isInstanceOfSatisfying(
              DialPerson.class,
              dial -> assertThat(dial.to().e164()).isEqualTo("+14155550199"));
      assertThat(ears.next()).isEqualTo(new Ears.Closed(true));
    }
  }

  @Test
  void a_token_works_once_and_not_for_long() {
    var path = path("CA1");
    connect(path).close();
    assertRefused(404, path, Twilio.upgradeHeaders(path));

    var late = path("CA2");
    maple.clock.advance(Duration.ofSeconds(60));
    assertRefused(404, late, Twilio.upgradeHeaders(late));
    assertThat(maple.counters.of(Event.SOCKET_UNKNOWN_TOKEN)).isEqualTo(2);
  }

  @Test
  void a_wrong_or_missing_signature_is_refused_and_spends_nothing() {
    var path = path("CA1");
    assertRefused(403, path, Map.of());
    assertRefused(403, path, Twilio.upgradeHeaders(path + "x"));
    assertThat(maple.counters.of(Event.SOCKET_UNSIGNED)).isEqualTo(2);

    connect(path).close();
  }

  @Test
  void other_addresses_do_not_exist() {
    assertRefused(404, "/media/other/x", Map.of());
    assertRefused(404, "/", Map.of());
    assertThat(maple.counters.of(Event.SOCKET_UNKNOWN_PATH)).isEqualTo(2);
  }

  @Test
  void a_socket_that_names_another_call_is_closed() throws InterruptedException {
    try (var twilio = connect(path("CA1"))) {
      twilio.send(Twilio.start("CA9"));

      assertThat(twilio.next()).isEqualTo(new SocketClient.Closed(1008, "not this call"));
      assertThat(maple.counters.of(Event.SOCKET_WRONG_CALL)).isEqualTo(1);
      assertThat(ears.answered).isEmpty();
    }
  }

  @Test
  void an_oversized_message_closes_its_socket_and_no_other() throws InterruptedException {
    try (var good = started("CA1");
        var bad = started("CA2")) {
      bad.sendInVain("x".repeat(70_000));
      assertThat(((SocketClient.Closed) bad.next()).status()).isEqualTo(1009);
      assertThat(ears.next()).isEqualTo(new Ears.Closed(false)); // told after it is counted
      assertThat(maple.counters.of(Event.MESSAGE_OVERSIZED)).isEqualTo(1);

      good.send(Twilio.media(new byte[160], 20));
      assertThat(ears.next()).isEqualTo(new Ears.Audio(160, 0, 20));
    }
  }

  @Test
  void one_malformed_message_is_counted_and_many_close_the_socket() throws InterruptedException {
    try (var twilio = started("CA1")) {
      twilio.send("{\"event\":");
      twilio.send(Twilio.media(new byte[160], 20));
      assertThat(ears.next()).isEqualTo(new Ears.Audio(160, 0, 20));
      assertThat(maple.counters.of(Event.MESSAGE_MALFORMED)).isEqualTo(1);

      for (int i = 0; i < 20; i++) {
        twilio.send("{]");
      }
      assertThat(twilio.next()).isEqualTo(new SocketClient.Closed(1008, "malformed message"));
      assertThat(ears.next()).isEqualTo(new Ears.Closed(false));
    }
  }

  @Test
  void a_first_message_that_is_no_protocol_closes_the_socket() throws InterruptedException {
    try (var twilio = connect(path("CA1"))) {
      twilio.send("hello?");

      assertThat(twilio.next()).isEqualTo(new SocketClient.Closed(1008, "malformed message"));
    }
  }

  @Test
  void an_unknown_event_is_counted_and_audio_before_the_start_is_dropped()
      throws InterruptedException {
    try (var twilio = connect(path("CA1"))) {
      twilio.send(Twilio.media(new byte[160], 0));
      twilio.send("{\"event\":\"weather\",\"sun\":[1,2.5e3,null,true]}");
      twilio.send(Twilio.start("CA1"));
      ears.nextCall();
      twilio.send(Twilio.media(new byte[160], 40));

      assertThat(ears.next()).isEqualTo(new Ears.Audio(160, 0, 40));
      assertThat(maple.counters.of(Event.MESSAGE_UNKNOWN)).isEqualTo(1);
      assertThat(maple.counters.of(Event.MESSAGE_UNEXPECTED)).isEqualTo(1);
    }
  }

  @Test
  void a_message_in_pieces_is_one_message() throws InterruptedException {
    try (var twilio = started("CA1")) {
      var media = Twilio.media(new byte[160], 60);
      twilio.sendInPieces(media.substring(0, 50), media.substring(50, 90), media.substring(90));

      assertThat(ears.next()).isEqualTo(new Ears.Audio(160, 0, 60));
    }
  }

  @Test
  void a_draining_gateway_takes_nobody_new_and_sends_the_rest_elsewhere()
      throws InterruptedException {
    try (var twilio = started("CA1")) {
      assertThat(gateway.drain(Duration.ofMillis(1))).isFalse();

      assertThat(twilio.next()).isEqualTo(new SocketClient.Closed(1012, "moving to another node"));
      assertThat(ears.next()).isEqualTo(new Ears.Closed(false));
      var path = path("CA2");
      assertRefused(503, path, Twilio.upgradeHeaders(path));
    }
  }

  private SocketClient started(String callSid) throws InterruptedException {
    var twilio = connect(path(callSid));
    twilio.send(Twilio.start(callSid));
    ears.nextCall();
    return twilio;
  }

  private String path(String callSid) {
    var ringing =
        new InboundCall(
            "twilio", callSid, Optional.of(Desk.DANA), Optional.of(Desk.OURS));
    return ((ConnectMedia) maple.desk.ring(ringing)).media().getPath();
  }

  private SocketClient connect(String path) {
    return SocketClient.connect(gateway.port(), path, Twilio.upgradeHeaders(path));
  }

  private void assertRefused(int status, String path, Map<String, String> headers) {
    assertThatThrownBy(() -> SocketClient.connect(gateway.port(), path, headers))
        .isInstanceOfSatisfying(
            SocketClient.Refused.class,
            refused -> assertThat(refused.status()).isEqualTo(status));
  }
}
