package dev.frontdesk.server;

import dev.frontdesk.vocabulary.CallId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The live feed of each call. Keeps the last events of a call, bounded, so that who starts to
/// watch late sees what went before. Watchers are called on the publisher's thread and must not
/// block.
public final class CallEvents {
  /// More than a long call makes; the oldest go first.
  static final int KEPT_PER_CALL = 2_000;

  /// The type of a call's last event: its rows are complete.
  public static final String LAST = "call.over";

  private final Clock clock;
  private final Map<CallId, Feed> feeds = new ConcurrentHashMap<>();
  private final List<Consumer<CallEvent>> everyCall = new CopyOnWriteArrayList<>();

  public CallEvents(Clock clock) {
    this.clock = clock;
  }

  public void publish(CallId call, String type, Map<String, Object> fields) {
    Feed feed = feeds.computeIfAbsent(call, _ -> new Feed());
    CallEvent event;
    List<Consumer<CallEvent>> watchers;
    synchronized (feed) {
      event = new CallEvent(call, feed.next++, clock.instant(), type, fields);
      feed.kept.addLast(event);
      if (feed.kept.size() > KEPT_PER_CALL) {
        feed.kept.removeFirst();
      }
      watchers = List.copyOf(feed.watchers);
    }
    watchers.forEach(watcher -> watcher.accept(event));
    everyCall.forEach(watcher -> watcher.accept(event));
  }

  /// Hands over what was kept, then each event as it comes, until the returned handle is closed.
  public Watch watch(CallId call, Consumer<CallEvent> watcher) {
    Feed feed = feeds.computeIfAbsent(call, _ -> new Feed());
    synchronized (feed) {
      new ArrayList<>(feed.kept).forEach(watcher);
      feed.watchers.add(watcher);
    }
    return () -> {
      synchronized (feed) {
        feed.watchers.remove(watcher);
      }
    };
  }

  public Watch watchAll(Consumer<CallEvent> watcher) {
    everyCall.add(watcher);
    return () -> everyCall.remove(watcher);
  }

  /// Drops the feeds of calls that were over before `instant`.
  void dropOver(Instant instant) {
    feeds
        .values()
        .removeIf(
            feed -> {
              synchronized (feed) {
                var last = feed.kept.peekLast();
                return last != null && last.type().equals(LAST) && last.at().isBefore(instant);
              }
            });
  }

  @FunctionalInterface
  public interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  private static final class Feed {
    private final ArrayDeque<CallEvent> kept = new ArrayDeque<>();
    private final List<Consumer<CallEvent>> watchers = new ArrayList<>();
    private long next;
  }
}
