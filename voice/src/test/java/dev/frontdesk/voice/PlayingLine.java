package dev.frontdesk.voice;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.AudioIn;
import dev.frontdesk.media.AudioOut;
import dev.frontdesk.media.MediaLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A carrier as it really behaves: audio travels, is buffered, plays in real time; marks come back
/// once what was before them has played; a clear empties the buffer and returns its marks at once.
public final class PlayingLine implements AudioOut {
  /// One frame in the party's ear.
  public record Played(long atNs, byte code) {}

  private record Item(long endNs, byte code, @Nullable String mark, MediaLoop.Timer due) {}

  private final MediaLoop loop;
  private final AudioFormat format;
  private final Duration oneWay;
  private final List<Played> played = new ArrayList<>();
  private final List<Item> buffered = new ArrayList<>();
  private @Nullable AudioIn in;
  private long bufferEndNs;
  private boolean writable = true;
  private boolean losesMarks;
  private String hungUp = "";
  private int clears;
  private long longestBufferedNs;

  public PlayingLine(MediaLoop loop, AudioFormat format, Duration oneWay) {
    this.loop = loop;
    this.format = format;
    this.oneWay = oneWay;
  }

  public void connect(AudioIn to) {
    in = to;
  }

  public void writable(boolean can) {
    writable = can;
  }

  public void loseMarks() {
    losesMarks = true;
  }

  /// Every frame that sounded, in order.
  public List<Played> played() {
    return played;
  }

  public String hungUp() {
    return hungUp;
  }

  /// The most audio that ever waited to be played.
  public long longestBufferedMs() {
    return longestBufferedNs / 1_000_000;
  }

  public int clears() {
    return clears;
  }

  @Override
  public AudioFormat format() {
    return format;
  }

  @Override
  public void play(byte[] bytes, int offset, int length) {
    byte code = bytes[offset];
    loop.schedule(() -> arrive(code, length), oneWay);
  }

  private void arrive(byte code, int length) {
    long start = Math.max(loop.nanoTime(), bufferEndNs);
    bufferEndNs = start + (long) (format.millisOf(length) * 1e6);
    longestBufferedNs = Math.max(longestBufferedNs, bufferEndNs - loop.nanoTime());
    var timer =
        loop.schedule(
            () -> played.add(new Played(start, code)), Duration.ofNanos(start - loop.nanoTime()));
    buffered.add(new Item(bufferEndNs, code, null, timer));
  }

  @Override
  public void mark(String name) {
    loop.schedule(() -> markArrived(name), oneWay);
  }

  private void markArrived(String name) {
    long due = Math.max(loop.nanoTime(), bufferEndNs);
    var timer =
        loop.schedule(() -> giveBack(name), Duration.ofNanos(due - loop.nanoTime()).plus(oneWay));
    buffered.add(new Item(due, (byte) 0, name, timer));
  }

  private void giveBack(String name) {
    if (in != null && !losesMarks) {
      in.markReached(name);
    }
  }

  @Override
  public void clear() {
    clears++;
    loop.schedule(this::clearArrived, oneWay);
  }

  private void clearArrived() {
    long now = loop.nanoTime();
    for (var item : buffered) {
      if (item.endNs > now) {
        item.due.cancel();
        if (item.mark != null) {
          loop.schedule(() -> giveBack(item.mark), oneWay);
        }
      }
    }
    buffered.clear();
    bufferEndNs = now;
  }

  @Override
  public boolean writable() {
    return writable;
  }

  @Override
  public void hangUp(String reason) {
    hungUp = reason;
  }
}
