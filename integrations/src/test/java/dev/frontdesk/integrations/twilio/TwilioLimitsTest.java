package dev.frontdesk.integrations.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.telephony.CallInstruction.ConnectMedia;
import dev.frontdesk.telephony.Desk;
import dev.frontdesk.telephony.Ears;
import dev.frontdesk.telephony.InboundCall;
import dev.frontdesk.telephony.MediaGateway;
import dev.frontdesk.telephony.MediaGatewaySettings;
import dev.frontdesk.telephony.SocketClient;
import dev.frontdesk.telephony.TelephonyCounters.Event;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Sockets that do less than they should, or nothing.
class TwilioLimitsTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration AT_ONCE = Duration.ofMillis(1);

  /// Long enough that the upgrade is over before it on any machine.
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Desk maple = new Desk(10);
  private final Ears ears = new Ears();

  @Test
  void a_socket_that_never_says_which_call_it_is_gets_closed() throws InterruptedException {
    try (var gateway = gateway(SOON, LONG);
        var twilio = connect(gateway)) {
      assertThat(twilio.next()).isEqualTo(new SocketClient.Closed(1008, "no start message"));
      assertThat(maple.counters.of(Event.SOCKET_NEVER_STARTED)).isPositive();
    }
  }

  @Test
  void a_connection_that_asks_for_nothing_gets_closed() throws IOException {
    try (var gateway = gateway(AT_ONCE, LONG);
        var silent = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      assertThat(silent.getInputStream().read()).isEqualTo(-1);
      assertThat(maple.counters.of(Event.SOCKET_NEVER_STARTED)).isEqualTo(1);
    }
  }

  @Test
  void a_call_from_which_no_audio_comes_is_sent_back_to_its_carrier()
      throws InterruptedException {
    try (var gateway = gateway(LONG, SOON);
        var twilio = connect(gateway)) {
      twilio.send(Twilio.start("CA1"));
      ears.nextCall();

      assertThat(twilio.next()).isEqualTo(new SocketClient.Closed(1008, "no audio"));
      assertThat(ears.next()).isEqualTo(new Ears.Closed(false));
      assertThat(maple.counters.of(Event.SOCKET_SILENT)).isEqualTo(1);
    }
  }

  @Test
  void a_far_side_that_stops_reading_is_not_written_to_for_ever()
      throws IOException, InterruptedException {
    try (var gateway = gateway(LONG, LONG);
        var deaf = new Socket()) {
      deaf.setReceiveBufferSize(4_096);
      deaf.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), gateway.port()));
      upgrade(deaf, path());
      deaf.getOutputStream().write(masked(Twilio.start("CA1")));
      var call = ears.nextCall();
      byte[] second = new byte[8_000];

      call.on(
          out -> {
            assertThat(out.writable()).isTrue();
            for (int i = 0; i < 1_000; i++) {
              out.play(second, 0, second.length);
            }
          });

      assertThat(ears.next()).isEqualTo(new Ears.Closed(false));
      assertThat(maple.counters.of(Event.SOCKET_BACKLOGGED)).isEqualTo(1);
    }
  }

  private MediaGateway gateway(Duration startWithin, Duration silentFor) {
    var bind = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return MediaGateway.start(
        new MediaGatewaySettings(bind, 1, 64 * 1024, startWithin, silentFor, LONG, 32 * 1024),
        List.of(new TwilioWire(Twilio.SETTINGS, maple.tokens)),
        ears,
        maple.desk,
        maple.counters);
  }

  private SocketClient connect(MediaGateway gateway) {
    var path = path();
    return SocketClient.connect(gateway.port(), path, Twilio.upgradeHeaders(path));
  }

  private String path() {
    var ringing =
        new InboundCall("twilio", "CA1", Optional.of(Desk.DANA), Optional.of(Desk.OURS));
    return ((ConnectMedia) maple.desk.ring(ringing)).media().getPath();
  }

  private static void upgrade(Socket socket, String path) throws IOException {
    var request =
        """
        GET %s HTTP/1.1\r
        Host: localhost\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        Sec-WebSocket-Version: 13\r
        %s: %s\r
        \r
        """
            .formatted(
                path,
                TwilioSignature.HEADER,
                Twilio.upgradeHeaders(path).get(TwilioSignature.HEADER));
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    var answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      answer.append((char) socket.getInputStream().read());
    }
    assertThat(answer).startsWith("HTTP/1.1 101");
  }

  /// A text message with a mask of zeros.
  private static byte[] masked(String text) {
    byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
    byte[] frame = new byte[8 + payload.length];
    frame[0] = (byte) 0x81;
    frame[1] = (byte) (0x80 | 126);
    frame[2] = (byte) (payload.length >> 8);
    frame[3] = (byte) payload.length;
    System.arraycopy(payload, 0, frame, 8, payload.length);
    return frame;
  }
}
