package dev.frontdesk.lab;

import dev.frontdesk.media.AudioFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The voices that the simulated recogniser can tell apart: every clip a synthetic caller may
/// play, findable by the sound of any eighth of a second of it. It says nothing about who will play
/// what, or when; a recogniser learns that only from the audio that reaches it.
///
/// Safe from any thread; registering the same audio again does nothing.
public final class ClipRegistry {
  private final Map<AudioFormat, ClipIndex> indexes = new ConcurrentHashMap<>();

  /// Makes `clip` recognisable from now on, in its own format only.
  public void register(Clip clip) {
    indexes.computeIfAbsent(clip.format(), ClipIndex::new).add(clip);
  }

  /// The clips of one format; null while there is none.
  @Nullable ClipIndex index(AudioFormat format) {
    return indexes.get(format);
  }
}
