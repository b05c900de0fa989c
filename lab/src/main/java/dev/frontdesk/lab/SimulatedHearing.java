package dev.frontdesk.lab;

import dev.frontdesk.lab.ClipIndex.Place;
import dev.frontdesk.media.AudioFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Hears the words of known clips in one stream of audio, and nothing else in the world.
///
/// While it has lost the thread it looks at every sample for a block that some clip has; once it
/// has found one it only compares, byte by byte, what arrives with what that clip goes on with.
/// A word counts when all of its audio has arrived and nearly all of it is as it should be.
final class SimulatedHearing {
  /// Of a word's bytes, one in this many may be missing or damaged.
  private static final int TOLERANCE = 50;

  private final ClipRegistry registry;
  private final AudioFormat format;
  private final int blockBytes;
  private final byte[] recent; // a ring of a second or more
  private final int mask;
  private final RollingHash hash;
  private final List<ClipWord> heard = new ArrayList<>();
  private long position; // bytes of the stream so far
  private long saidUntil; // where the last word reported ends in the stream
  private long speechUntil = Long.MIN_VALUE;

  private @Nullable Clip clip; // what is being followed
  private int clipAt; // the byte of it that should come next
  private int word; // the first of its words not over yet
  private int missing; // bytes of that word known to be wrong

  private @Nullable Clip lostClip;
  private int lostClipAt;
  private long lostPosition;

  SimulatedHearing(ClipRegistry registry, AudioFormat format) {
    this.registry = registry;
    this.format = format;
    this.blockBytes = ClipIndex.BLOCK_SAMPLES * format.encoding().bytesPerSample();
    this.recent = new byte[Integer.highestOneBit(format.bytesOf(1_000)) * 2];
    this.mask = recent.length - 1;
    this.hash = new RollingHash(blockBytes);
  }

  /// Takes `bytes[offset .. offset + length)`, whole samples.
  void hear(byte[] bytes, int offset, int length) {
    int at = offset;
    int end = offset + length;
    while (at < end) {
      var following = clip;
      at = following == null ? search(bytes, at, end) : follow(following, bytes, at, end);
    }
    if (clip != null && word < clip.words().size() && clipAt > startOf(clip, word)) {
      speechUntil = position;
    }
  }

  /// How much audio has arrived, in milliseconds.
  int heardMs() {
    return millis(position);
  }

  /// How long nobody has spoken, in milliseconds of audio; counts from the beginning when nobody
  /// has yet.
  int silentMs() {
    return millis(position - Math.max(0, speechUntil));
  }

  /// The words that have come since the last time, timed in the stream.
  List<ClipWord> takeWords() {
    if (heard.isEmpty()) {
      return List.of();
    }
    var taken = List.copyOf(heard);
    heard.clear();
    return taken;
  }

  private int follow(Clip following, byte[] bytes, int at, int end) {
    byte[] audio = following.audio();
    int length = Math.min(end - at, audio.length - clipAt);
    int differs =
        Arrays.mismatch(bytes, at, at + length, audio, clipAt, clipAt + length);
    int same = differs < 0 ? length : differs;
    remember(bytes, at, same);
    clipAt += same;
    endWordsBefore(following, clipAt);
    if (differs >= 0 || clipAt == audio.length) {
      lostClip = following;
      lostClipAt = clipAt;
      lostPosition = position;
      clip = null;
      hash.clear();
    }
    return at + same;
  }

  private int search(byte[] bytes, int at, int end) {
    var index = registry.index(format);
    if (index == null || quiet(bytes, at, end)) {
      hash.clear();
      remember(bytes, at, end - at);
      return end;
    }
    int sampleMask = format.encoding().bytesPerSample() - 1;
    for (int i = at; i < end; i++) {
      hash.roll(bytes[i], recent[(int) (position - blockBytes) & mask]);
      recent[(int) position & mask] = bytes[i];
      position++;
      if (hash.full() && (position & sampleMask) == 0) {
        var place = index.find(hash.value());
        if (place != null && found(place)) {
          return i + 1;
        }
      }
    }
    return end;
  }

  /// Whether all of it is one repeated byte, as digital silence is.
  private static boolean quiet(byte[] bytes, int at, int end) {
    return end - at > 1 && ClipIndex.uniform(bytes, at, end - at);
  }

  private boolean found(Place first) {
    Place best = null;
    int longest = -1;
    for (var place = first; place != null; place = place.next()) {
      int run = matchingBefore(place.clip().audio(), place.offset() + blockBytes);
      boolean better = run > longest || run == longest && place.clip() == lostClip;
      if (run >= blockBytes && better) {
        best = place;
        longest = run;
      }
    }
    if (best == null) {
      return false;
    }
    resume(best.clip(), best.offset() + blockBytes, longest);
    return true;
  }

  /// How many bytes just heard equal those of `audio` before `until`.
  private int matchingBefore(byte[] audio, int until) {
    int most = (int) Math.min(Math.min(until, position), recent.length);
    int run = 0;
    while (run < most && recent[(int) (position - 1 - run) & mask] == audio[until - 1 - run]) {
      run++;
    }
    return run;
  }

  /// Takes up a clip at `at`, of which the last `run` bytes were heard as they should be.
  private void resume(Clip found, int at, int run) {
    int runStart = at - run;
    long jumped = position - run - lostPosition;
    boolean goesOn =
        found == lostClip
            && lostClipAt <= runStart
            && jumped <= runStart - lostClipAt + format.bytesOf(1_000);
    clip = found;
    clipAt = at;
    if (goesOn) {
      miss(found, lostClipAt, runStart);
    } else {
      word = 0;
      missing = 0;
      while (word < found.words().size() && endOf(found, word) <= runStart) {
        word++;
      }
      if (word < found.words().size()) {
        missing = Math.max(0, runStart - startOf(found, word));
      }
    }
    endWordsBefore(found, at);
  }

  /// Books the bytes from `from` to `to` as missing from the words they belong to.
  private void miss(Clip from, int lost, int found) {
    while (word < from.words().size() && startOf(from, word) < found) {
      int begin = Math.max(lost, startOf(from, word));
      missing += Math.max(0, Math.min(found, endOf(from, word)) - begin);
      if (endOf(from, word) > found) {
        return;
      }
      endWord(from);
    }
  }

  private void endWordsBefore(Clip of, int at) {
    while (word < of.words().size() && endOf(of, word) <= at) {
      endWord(of);
    }
  }

  private void endWord(Clip of) {
    int start = startOf(of, word);
    int end = endOf(of, word);
    long clipStart = position - clipAt;
    boolean whole = missing * TOLERANCE <= end - start;
    if (whole && clipStart + start >= saidUntil) {
      saidUntil = clipStart + end;
      var text = of.words().get(word).text();
      heard.add(new ClipWord(text, millis(clipStart + start), millis(clipStart + end)));
    }
    speechUntil = Math.max(speechUntil, clipStart + end);
    word++;
    missing = 0;
  }

  private void remember(byte[] bytes, int at, int length) {
    for (int i = Math.max(0, length - recent.length); i < length; ) {
      int slot = (int) (position + i) & mask;
      int piece = Math.min(length - i, recent.length - slot);
      System.arraycopy(bytes, at + i, recent, slot, piece);
      i += piece;
    }
    position += length;
  }

  private int startOf(Clip of, int index) {
    return format.bytesOf(of.words().get(index).startMs());
  }

  private int endOf(Clip of, int index) {
    return format.bytesOf(of.words().get(index).endMs());
  }

  private int millis(long bytes) {
    return (int) (bytes * 1000 / format.encoding().bytesPerSample() / format.sampleRateHz());
  }
}
