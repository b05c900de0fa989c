package dev.frontdesk.integrations.vapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.AudioFormat.Encoding;
import dev.frontdesk.telephony.CallStatus;
import dev.frontdesk.telephony.Desk;
import dev.frontdesk.telephony.Ears;
import dev.frontdesk.telephony.EndedReason;
import dev.frontdesk.telephony.LegOpening;
import dev.frontdesk.telephony.MediaGateway;
import dev.frontdesk.telephony.MediaGatewaySettings;
import dev.frontdesk.telephony.SocketClient;
import dev.frontdesk.telephony.TelephonyCounters.Event;
import dev.frontdesk.vocabulary.Transcript;
import dev.frontdesk.voice.ConversationEvent.CallerHeard;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The real gateway on a real port, with a client of Vapi's transport.
class VapiMediaTest {
  private final Desk maple = new Desk(2);
  private final Ears ears = new Ears();
  private final BlockingQueue<CallStatus> moves = new LinkedBlockingQueue<>();
  private final BlockingQueue<ClientCommand> commands = new LinkedBlockingQueue<>();
  private final VapiCalls calls =
      new VapiCalls(maple.desk, Desk.URLS, maple.clock, (_, command) -> commands.add(command));
  private final MediaGateway gateway =
      MediaGateway.start(
          MediaGatewaySettings.on(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
          List.of(calls),
          ears,
          maple.desk,
          maple.counters);

  VapiMediaTest() {
    maple.desk.listen(call -> moves.add(call.status()));
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void raw_audio_goes_both_ways_in_frames_of_20_ms() throws InterruptedException {
    var opened = calls.create(Desk.MAPLE, AudioFormat.WIDEBAND);
    assertThat(opened.url().toString())
        .isEqualTo("wss://desk.example.com/" + opened.call().id().value() + "/transport");
    assertThat(opened.remaining()).isEqualTo(1);
    try (var client = connect(opened)) {
      var call = ears.nextCall();
      assertThat(call.leg().format()).isEqualTo(AudioFormat.WIDEBAND);
      assertThat(call.leg().caller()).isEmpty();
      assertThat(moves.poll(10, TimeUnit.SECONDS)).isEqualTo(CallStatus.IN_PROGRESS);

      client.send(new byte[640 + 20]);
      assertThat(ears.next()).isEqualTo(new Ears.Audio(640, 0, -1));
      assertThat(ears.next()).isEqualTo(new Ears.Audio(20, 0, -1));

      call.on(out -> out.play(new byte[640], 0, 640));
      call.on(out -> out.mark("g1"));
      assertThat(((SocketClient.Bytes) client.next()).bytes()).hasSize(640);
      assertThat(ears.next()).isEqualTo(new Ears.Mark("g1"));
    }
  }

  @Test
  void the_client_ends_the_call() throws InterruptedException {
    try (var client = connect(calls.create(Desk.MAPLE, AudioFormat.PHONE))) {
      ears.nextCall();
      client.send("{\"type\":\"end-call\"}");

      assertThat(ears.next()).isEqualTo(new Ears.Closed(true));
      assertThat(client.next()).isEqualTo(new SocketClient.Closed(1000, ""));
      assertThat(moves.poll(10, TimeUnit.SECONDS)).isEqualTo(CallStatus.IN_PROGRESS);
      assertThat(moves.poll(10, TimeUnit.SECONDS)).isEqualTo(CallStatus.ENDED);
      assertThat(maple.call().endedReason()).contains(EndedReason.CUSTOMER_ENDED_CALL);
    }
  }

  @Test
  void an_orderly_close_ends_the_call_too() throws InterruptedException {
    try (var client = connect(calls.create(Desk.MAPLE, AudioFormat.PHONE))) {
      ears.nextCall();
      client.sayClose();

      assertThat(ears.next()).isEqualTo(new Ears.Closed(true));
      assertThat(moves.poll(10, TimeUnit.SECONDS)).isEqualTo(CallStatus.IN_PROGRESS);
      assertThat(moves.poll(10, TimeUnit.SECONDS)).isEqualTo(CallStatus.ENDED);
      assertThat(maple.call().endedReason()).contains(EndedReason.CUSTOMER_ENDED_CALL);
    }
  }

  @Test
  void what_happens_is_told_beside_the_audio() throws InterruptedException {
    var opened = calls.create(Desk.MAPLE, AudioFormat.WIDEBAND);
    var narrator = calls.narrator(opened.call().id());
    try (var client = connect(opened)) {
      var heard = new CallerHeard(Duration.ZERO, 1, new Transcript("hi"), false);
      ears.nextCall().on(_ -> narrator.saw(heard));

      assertThat(client.nextText()).contains("\"type\":\"status-update\"");
      assertThat(client.nextText()).contains("\"type\":\"speech-update\"");
      assertThat(client.nextText()).contains("\"transcript\":\"hi\"");
    }
  }

  @Test
  void commands_are_handed_on_and_unknown_ones_counted() throws InterruptedException {
    try (var client = connect(calls.create(Desk.MAPLE, AudioFormat.WIDEBAND))) {
      ears.nextCall();
      client.send("{\"type\":\"weather\"}");
      client.send("{\"type\":\"say\",\"content\":\"One moment\"}");

      assertThat(commands.poll(10, TimeUnit.SECONDS)).isInstanceOf(ClientCommand.Say.class);
      assertThat(maple.counters.of(Event.MESSAGE_UNKNOWN)).isEqualTo(1);
    }
  }

  @Test
  void what_cannot_be_done_is_answered_politely() throws InterruptedException {
    try (var client = connect(calls.create(Desk.MAPLE, AudioFormat.WIDEBAND))) {
      ears.nextCall();
      client.send("{\"type\":\"transfer\",\"destination\":{\"type\":\"number\"}}");
      client.send("{\"type\":\"dance\"}");
      client.send("no JSON");
      client.send("{\"type\":\"control\",\"control\":\"mute-assistant\"}");

      assertThat(client.nextText())
          .isEqualTo(
              "{\"type\":\"metadata\",\"metadata\":"
                  + "\"a WebSocket call cannot be transferred: nobody can be rung for it\"}");
      assertThat(client.nextText()).contains("this type of message is not known here");
      assertThat(client.nextText()).contains("a text message that is not JSON");
      assertThat(commands.poll(10, TimeUnit.SECONDS)).isInstanceOf(ClientCommand.Control.class);
      assertThat(maple.counters.of(Event.MESSAGE_UNKNOWN)).isEqualTo(2);
      assertThat(maple.counters.of(Event.MESSAGE_MALFORMED)).isEqualTo(1);
    }
  }

  @Test
  void a_stream_of_nonsense_closes_its_socket_and_no_other() throws InterruptedException {
    try (var good = connect(calls.create(Desk.MAPLE, AudioFormat.WIDEBAND))) {
      ears.nextCall();
      try (var bad = connect(calls.create(Desk.MAPLE, AudioFormat.WIDEBAND))) {
        ears.nextCall();
        for (int i = 0; i < 21; i++) {
          bad.send("{]");
        }
        for (int i = 0; i < 21; i++) {
          assertThat(bad.nextText()).contains("metadata");
        }
        assertThat(bad.next()).isEqualTo(new SocketClient.Closed(1008, "malformed message"));
        assertThat(ears.next()).isEqualTo(new Ears.Closed(false));
      }
      good.send(new byte[640]);
      assertThat(ears.next()).isEqualTo(new Ears.Audio(640, 0, -1));
    }
  }

  @Test
  void an_oversized_message_closes_its_socket() throws InterruptedException {
    try (var client = connect(calls.create(Desk.MAPLE, AudioFormat.WIDEBAND))) {
      ears.nextCall();
      client.sendInVain(new byte[70_000]);

      assertThat(((SocketClient.Closed) client.next()).status()).isEqualTo(1009);
      assertThat(ears.next()).isInstanceOf(Ears.Closed.class); // counted before this is told
      assertThat(maple.counters.of(Event.MESSAGE_OVERSIZED)).isEqualTo(1);
    }
  }

  @Test
  void the_address_admits_one_socket_and_another_after_a_loss() throws InterruptedException {
    var opened = calls.create(Desk.MAPLE, AudioFormat.WIDEBAND);
    var first = connect(opened);
    assertThat(ears.nextCall().leg().opening()).isEqualTo(LegOpening.NEW);
    assertRefused(409, opened.url().getPath());

    first.drop();
    assertThat(ears.next()).isEqualTo(new Ears.Closed(false));
    try (var _ = connect(opened)) {
      assertThat(ears.nextCall().leg().opening()).isEqualTo(LegOpening.RESUMED);
    }
    first.close();
  }

  @Test
  void an_address_nobody_used_in_time_is_dead() {
    var opened = calls.create(Desk.MAPLE, AudioFormat.WIDEBAND);
    maple.clock.advance(VapiCalls.PATIENCE);
    maple.desk.sweep();

    assertRefused(404, opened.url().getPath());
    assertRefused(404, "/00000000-0000-7000-8000-000000000000/transport");
    assertThat(maple.call().endedReason()).contains(EndedReason.NO_CUSTOMER_AUDIO);
  }

  @Test
  void past_the_limit_a_call_is_stored_and_its_address_dead() {
    calls.create(Desk.MAPLE, AudioFormat.WIDEBAND);
    calls.create(Desk.MAPLE, AudioFormat.WIDEBAND);

    var full = calls.create(Desk.MAPLE, AudioFormat.WIDEBAND);

    assertThat(full.full()).isTrue();
    assertThat(full.limit()).isEqualTo(2);
    assertThat(full.call().endedReason()).contains(EndedReason.OVER_CONCURRENCY_LIMIT);
    assertRefused(404, full.url().getPath());
  }

  @Test
  void keys_are_heard_as_tones_and_the_tones_are_silenced() throws InterruptedException {
    try (var client = connect(calls.create(Desk.MAPLE, AudioFormat.WIDEBAND))) {
      ears.nextCall();
      byte[] five = new byte[640];
      for (int frame = 0; frame < 3; frame++) {
        for (int i = 0; i < 320; i++) {
          double t = 2 * Math.PI * (frame * 320 + i) / 16_000;
          int sample = (int) (6_000 * (Math.sin(t * 770) + Math.sin(t * 1_336)));
          five[2 * i] = (byte) sample;
          five[2 * i + 1] = (byte) (sample >> 8);
        }
        five[0] = 1; // something to see, were it not silenced
        client.send(five);
      }

      assertThat(ears.next()).isEqualTo(new Ears.Audio(640, 0, -1));
      assertThat(ears.next()).isEqualTo(new Ears.Key('5'));
      assertThat(ears.next()).isEqualTo(new Ears.Audio(640, 0, -1));
      assertThat(ears.next()).isEqualTo(new Ears.Audio(640, 0, -1));
    }
  }

  @Test
  void half_a_sample_is_malformed() throws InterruptedException {
    var format = new AudioFormat(Encoding.L16, 24_000);
    try (var client = connect(calls.create(Desk.MAPLE, format))) {
      ears.nextCall();
      client.send(new byte[961]);
      client.send(new byte[960]);

      assertThat(ears.next()).isEqualTo(new Ears.Audio(960, 0, -1));
      assertThat(maple.counters.of(Event.MESSAGE_MALFORMED)).isEqualTo(1);
    }
  }

  @Test
  void after_a_restart_the_address_works_again() throws InterruptedException {
    var opened = calls.create(Desk.MAPLE, AudioFormat.WIDEBAND);
    var restarted = maple.restarted(2);
    var calls2 = new VapiCalls(restarted, Desk.URLS, maple.clock, (_, _) -> false);
    calls2.restore(restarted.recover(Desk.MAPLE));

    var entry = calls2.enter(opened.url().getPath(), Map.of());

    assertThat(entry)
        .isInstanceOfSatisfying(
            VapiCalls.Entry.Accepted.class,
            accepted -> assertThat(accepted.ticket().call()).isEqualTo(opened.call().id()));
  }

  private SocketClient connect(VapiCalls.Opened opened) {
    return SocketClient.connect(gateway.port(), opened.url().getPath(), Map.of());
  }

  private void assertRefused(int status, String path) {
    assertThatThrownBy(() -> SocketClient.connect(gateway.port(), path, Map.of()))
        .isInstanceOfSatisfying(
            SocketClient.Refused.class,
            refused -> assertThat(refused.status()).isEqualTo(status));
  }
}
