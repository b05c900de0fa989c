package dev.frontdesk.server;

import dev.frontdesk.storage.ApiKey;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.vocabulary.CallId;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// A call's live feed as server-sent events: what was kept, then each event as it comes.
@RestController
class EventsController {
  /// A reader that is this far behind is let go; it may come back and reads what was kept.
  static final int MOST_UNREAD = 5_000;

  /// Comes often enough that a proxy keeps the line open.
  static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final CallEvents events;
  private final Storage storage;

  EventsController(CallEvents events, Storage storage) {
    this.events = events;
    this.storage = storage;
  }

  @GetMapping(path = "/call/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter watch(@AuthenticationPrincipal ApiKey principal, @PathVariable String id) {
    var call = new CallId(id);
    if (storage.calls().find(principal.org(), call).isEmpty()) {
      throw new ApiErrors.NotFound("there is no call with this id");
    }
    var emitter = new SseEmitter(0L);
    var unread = new LinkedBlockingQueue<CallEvent>(MOST_UNREAD);
    var open = new java.util.concurrent.atomic.AtomicBoolean(true);
    var watch =
        events.watch(
            call,
            event -> {
              if (!unread.offer(event)) {
                open.set(false);
              }
            });
    emitter.onCompletion(() -> open.set(false));
    emitter.onError(_ -> open.set(false));
    Thread.ofVirtual()
        .name("events of a call")
        .start(
            () -> {
              try (watch) {
                forward(emitter, unread, open);
              }
            });
    return emitter;
  }

  private static void forward(
      SseEmitter emitter,
      LinkedBlockingQueue<CallEvent> unread,
      java.util.concurrent.atomic.AtomicBoolean open) {
    try {
      while (open.get()) {
        var event = unread.poll(HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
        if (event == null) {
          emitter.send(SseEmitter.event().comment("still here"));
          continue;
        }
        emitter.send(
            SseEmitter.event()
                .id(Long.toString(event.sequence()))
                .name(event.type())
                .data(event.fields(), MediaType.APPLICATION_JSON));
        if (event.type().equals(CallEvents.LAST)) {
          break;
        }
      }
      emitter.complete();
    } catch (IOException gone) {
      emitter.completeWithError(gone);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      emitter.complete();
    }
  }
}
