package dev.frontdesk.lab;

import dev.frontdesk.lab.TwilioStream.Incoming;
import dev.frontdesk.lab.Twiml.Refused;
import dev.frontdesk.lab.Twiml.Verb;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.telephony.spi.NettyMediaLoop;
import io.netty.buffer.ByteBuf;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One call through the simulated Twilio: webhook, TwiML verb by verb, media stream, status.
final class TwilioLine implements CallLine, LineSocket.Listener {
  private static final int FRAME_MS = AudioFormat.FRAME_MILLIS;

  private final SimulatedTwilio twilio;
  private final NettyMediaLoop loop;
  private final String sid;
  private final String from;
  private final String to;
  private final Playout playout = new Playout(AudioFormat.PHONE.frameBytes());
  private final byte[] message = new byte[TwilioStream.LONGEST_MEDIA];
  private final Queue<Verb> verbs = new ArrayDeque<>();
  private String status = "ringing";
  private @Nullable Ear ear;
  private @Nullable LineSocket socket;
  private @Nullable TwilioStream stream;
  private @Nullable Connect connecting;
  private @Nullable TwilioDial bridge;
  private long framesBefore;
  private boolean over;

  TwilioLine(SimulatedTwilio twilio, NettyMediaLoop loop, String sid, String from, String to) {
    this.twilio = twilio;
    this.loop = loop;
    this.sid = sid;
    this.from = from;
    this.to = to;
  }

  private record Connect(Map<String, String> parameters) {}

  @Override
  public AudioFormat format() {
    return AudioFormat.PHONE;
  }

  @Override
  public MediaLoop loop() {
    return loop;
  }

  @Override
  public Playout playout() {
    return playout;
  }

  @Override
  public void dial(Ear listener) {
    ear = listener;
    ask(twilio.door().webhooks() + "/twilio/voice");
  }

  @Override
  public void frame(byte[] audio, long slice) {
    if (socket != null && stream != null && !over) {
      if (framesBefore < 0) {
        framesBefore = slice;
      }
      int length = stream.media(audio, (slice - framesBefore) * FRAME_MS, message);
      socket.send(message, length, true);
    }
  }

  @Override
  public void tick() {
    reached(playout.tick());
  }

  @Override
  public boolean signalsKeys() {
    return true;
  }

  @Override
  public void press(char key) {
    if (socket != null && stream != null) {
      socket.text(stream.key(key));
    }
  }

  @Override
  public void hangUp() {
    finish("");
  }

  /// The server ended the call through the REST interface.
  void endedByServer() {
    finish("");
  }

  /// New TwiML replaces what was left of the old.
  void carryOut(String document) {
    try {
      var parsed = Twiml.parse(document);
      verbs.clear();
      verbs.addAll(parsed);
    } catch (Refused e) {
      finish("TwiML refused: " + e.getMessage());
      return;
    }
    if (socket == null) {
      nextVerb();
    } else {
      socket.close();
    }
  }

  private void ask(String url) {
    twilio
        .post(url, form())
        .whenComplete(
            (response, failure) ->
                loop.execute(
                    () -> {
                      if (failure != null) {
                        finish("webhook failed");
                      } else {
                        answered(response);
                      }
                    }));
  }

  private void answered(HttpResponse<String> response) {
    if (over) {
      return;
    }
    var type = response.headers().firstValue("Content-Type").orElse("");
    if (response.statusCode() != 200 || !type.contains("xml")) {
      finish("webhook answered " + response.statusCode() + " " + type);
      return;
    }
    carryOut(response.body());
  }

  private void bridged(
      @Nullable HttpResponse<String> response, @Nullable Throwable failure) {
    bridge = null;
    if (response == null || failure != null) {
      finish("webhook failed");
    } else {
      answered(response);
    }
  }

  private void nextVerb() {
    switch (verbs.poll()) {
      case null -> finish("");
      case Verb.Connect(var url, var parameters) -> {
        status = "in-progress";
        connecting = new Connect(parameters);
        var signature = Map.of("X-Twilio-Signature", twilio.signatureOf(url));
        socket = LineSocket.open(loop.eventLoop(), twilio.door().sockets(), url, signature, this);
      }
      case Verb.Redirect(var url) -> ask(url);
      case Verb.Say(var words) ->
          loop.schedule(this::nextVerb, Duration.ofMillis(60L * words.length()));
      case Verb.Dial dial -> {
        bridge = new TwilioDial(twilio, loop, dial, form(), this::bridged);
        bridge.start().ifPresent(refusal -> finish("Dial refused: " + refusal));
      }
      case Verb.Hangup _ -> finish("");
    }
  }

  @Override
  public void opened() {
    if (socket == null || connecting == null || ear == null) {
      return;
    }
    stream = new TwilioStream(twilio.account(), sid, "MZ" + hex());
    framesBefore = -1;
    playout.clear();
    socket.text(TwilioStream.CONNECTED);
    socket.text(stream.start(connecting.parameters));
    ear.answered(connecting.parameters.getOrDefault("call", ""));
  }

  @Override
  public void text(ByteBuf utf8) {
    if (stream == null || ear == null) {
      return;
    }
    switch (stream.read(utf8)) {
      case Incoming.Media(var bytes) -> ear.agentAudio(playout.arrived(bytes));
      case Incoming.Mark(var name) -> playout.mark(name);
      case Incoming.Clear _ -> reached(playout.clear());
      case Incoming.Refused(var reason) -> finish("media message refused: " + reason);
    }
  }

  @Override
  public void binary(ByteBuf bytes) {
    finish("binary message on a media socket");
  }

  @Override
  public void closed() {
    boolean opened = stream != null;
    socket = null;
    stream = null;
    if (over) {
      return;
    }
    if (!opened) {
      finish("media socket refused");
    } else {
      nextVerb();
    }
  }

  private void reached(List<String> marks) {
    for (var name : marks) {
      if (socket != null && stream != null) {
        socket.text(stream.mark(name));
      }
    }
  }

  private void finish(String problem) {
    if (over) {
      return;
    }
    over = true;
    if (bridge != null) {
      bridge.stop();
    }
    if (socket != null && stream != null) {
      socket.text(stream.stop());
      socket.close();
    }
    twilio.over(sid);
    status = "completed";
    var done = twilio.post(twilio.door().webhooks() + "/twilio/status", form());
    done.whenComplete((_, _) -> loop.execute(() -> told(problem)));
  }

  private void told(String problem) {
    if (ear != null) {
      ear.ended(problem);
    }
  }

  private Map<String, String> form() {
    var form = new LinkedHashMap<String, String>();
    form.put("AccountSid", twilio.account());
    form.put("ApiVersion", "2010-04-01");
    form.put("CallSid", sid);
    form.put("CallStatus", status);
    form.put("Called", to);
    form.put("Caller", from);
    form.put("Direction", "inbound");
    form.put("From", from);
    form.put("To", to);
    return form;
  }

  private static String hex() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
