package dev.frontdesk.lab;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.telephony.spi.NettyMediaLoop;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A call over Vapi's WebSocket transport: asked for with a private key, then raw audio both ways.
/// Keys travel as tones, and there are no marks.
final class WebSocketLine implements CallLine, LineSocket.Listener {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http;
  private final ServerDoor door;
  private final String privateKey;
  private final NettyMediaLoop loop;
  private final AudioFormat format;
  private final Playout playout;
  private @Nullable Ear ear;
  private @Nullable LineSocket socket;
  private String call = "";
  private boolean opened;
  private boolean over;

  WebSocketLine(
      HttpClient http,
      ServerDoor door,
      String privateKey,
      NettyMediaLoop loop,
      AudioFormat format) {
    this.http = http;
    this.door = door;
    this.privateKey = privateKey;
    this.loop = loop;
    this.format = format;
    this.playout = new Playout(format.frameBytes());
  }

  @Override
  public AudioFormat format() {
    return format;
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
    var request =
        HttpRequest.newBuilder(door.at("/call"))
            .timeout(Duration.ofSeconds(15))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + privateKey)
            .POST(BodyPublishers.ofString(order()))
            .build();
    http.sendAsync(request, BodyHandlers.ofString())
        .whenComplete(
            (response, failure) ->
                loop.execute(
                    () -> {
                      if (failure != null) {
                        finish("the call could not be asked for");
                      } else {
                        connect(response);
                      }
                    }));
  }

  @Override
  public void frame(byte[] audio, long slice) {
    if (socket != null && opened) {
      socket.send(audio, audio.length, false);
    }
  }

  @Override
  public void tick() {
    playout.tick();
  }

  @Override
  public boolean signalsKeys() {
    return false;
  }

  @Override
  public void press(char key) {
    throw new UnsupportedOperationException("keys are tones on this line");
  }

  @Override
  public void hangUp() {
    if (socket != null && opened) {
      socket.text("{\"type\":\"end-call\"}");
    }
    finish("");
  }

  @Override
  public void opened() {
    opened = true;
    if (ear != null) {
      ear.answered(call);
    }
  }

  @Override
  public void text(ByteBuf utf8) {
    try {
      JSON.readTree(ByteBufUtil.getBytes(utf8)); // a client message; nothing to do
    } catch (JacksonException e) {
      finish("text message that is not JSON");
    }
  }

  @Override
  public void binary(ByteBuf bytes) {
    int length = bytes.readableBytes();
    if (length % format.encoding().bytesPerSample() != 0) {
      finish("half a sample");
    } else if (ear != null && length > 0) {
      ear.agentAudio(playout.arrived(length));
    }
  }

  @Override
  public void closed() {
    finish(opened ? "" : "socket refused");
  }

  private void connect(HttpResponse<String> response) {
    try {
      var body = JSON.readTree(response.body());
      var url = body.path("transport").path("websocketCallUrl").asString("");
      call = body.path("id").asString("");
      if (response.statusCode() != 201 || url.isEmpty() || call.isEmpty()) {
        finish("asking for a call was answered " + response.statusCode());
        return;
      }
      socket = LineSocket.open(loop.eventLoop(), door.sockets(), URI.create(url), Map.of(), this);
    } catch (JacksonException | IllegalArgumentException e) {
      finish("asking for a call was answered with something else");
    }
  }

  private String order() {
    var order = JSON.createObjectNode().put("assistantId", "receptionist");
    var transport = order.putObject("transport");
    transport.put("provider", "vapi.websocket");
    transport
        .putObject("audioFormat")
        .put("format", format.encoding() == AudioFormat.Encoding.ULAW ? "mulaw" : "pcm_s16le")
        .put("container", "raw")
        .put("sampleRate", format.sampleRateHz());
    return order.toString();
  }

  private void finish(String problem) {
    if (over) {
      return;
    }
    over = true;
    if (socket != null) {
      socket.close();
    }
    if (ear != null) {
      ear.ended(problem);
    }
  }
}
