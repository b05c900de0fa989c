package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.integrations.wire.WireClient;
import dev.frontdesk.integrations.wire.WireListener;
import dev.frontdesk.integrations.wire.WireSettings;
import dev.frontdesk.integrations.wire.WireSocket;
import dev.frontdesk.integrations.wire.WireTarget;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.Secret;
import io.netty.channel.EventLoop;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A WebSocket that says exactly what a test tells it to, however wrong.
final class RawWire implements WireListener, AutoCloseable {
  private final BlockingQueue<Object> events = new LinkedBlockingQueue<>();
  private final EventLoop loop;
  private final WireClient client = new WireClient(WireSettings.USUAL);
  private final WireSocket socket;

  RawWire(EventLoop loop, URI uri, String keyHeader, String scheme, Secret key) {
    this.loop = loop;
    this.socket = client.connect(loop, new WireTarget(uri, keyHeader, scheme, key), this);
  }

  RawWire say(String... messages) {
    for (String message : messages) {
      loop.execute(() -> socket.text(message));
    }
    return this;
  }

  RawWire play(byte[] audio) {
    loop.execute(() -> socket.binary(audio, 0, audio.length));
    return this;
  }

  RawWire awaitOpen() {
    assertThat(next()).isEqualTo("opened");
    return this;
  }

  /// Waits for a message that contains `part`, passing over others.
  String awaitMessage(String part) {
    while (true) {
      var event = next();
      assertThat(event).as("waiting for %s", part).isInstanceOf(String.class);
      if (String.valueOf(event).contains(part)) {
        return String.valueOf(event);
      }
    }
  }

  Failure awaitClosed() {
    while (true) {
      if (next() instanceof Failure failure) {
        return failure;
      }
    }
  }

  @Override
  public void opened() {
    events.add("opened");
  }

  @Override
  public void text(byte[] utf8, int length) {
    events.add(new String(utf8, 0, length, StandardCharsets.UTF_8));
  }

  @Override
  public void closed(Failure failure) {
    events.add(failure);
  }

  @Override
  public void close() {
    loop.execute(socket::close);
    client.close();
  }

  private Object next() {
    try {
      var event = events.poll(10, TimeUnit.SECONDS);
      assertThat(event).as("an event within ten seconds").isNotNull();
      return event;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
