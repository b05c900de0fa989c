package dev.frontdesk.lab;

import dev.frontdesk.integrations.synthesis.Sound;
import dev.frontdesk.integrations.synthesis.SynthesisFailed;
import dev.frontdesk.integrations.synthesis.Synthesiser;
import dev.frontdesk.lab.SyntheticCaller.CallerVoice;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.voice.spi.TextToSpeech.WordTiming;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Records callers before they phone: everything they may say, in their voice, with the noise of
/// their room, as it will go onto the wire. What was recorded is made known to the recogniser that
/// hears by registry.
final class CallerStudio {
  private static final int ROOM_MS = 1_000;
  private static final int TAIL_MS = 20;

  private final ClipRegistry registry;
  private final Function<CallerVoice.Engine, Synthesiser> voices;
  private final Map<Take, Sound> takes = new HashMap<>();

  CallerStudio(ClipRegistry registry, Function<CallerVoice.Engine, Synthesiser> voices) {
    this.registry = registry;
    this.voices = voices;
  }

  private record Take(String words, CallerVoice voice) {}

  /// Records all that `caller` may ever say on a line of this format. Takes its time.
  CallerSounds record(SyntheticCaller caller, AudioFormat format)
      throws SynthesisFailed, InterruptedException {
    var sounds = new HashMap<String, Sound>();
    for (var words : lines(caller)) {
      sounds.put(words, sound(words, caller.voice()));
    }
    double level = noiseLevel(caller, sounds);
    var clips = new HashMap<String, Clip>();
    for (var line : sounds.entrySet()) {
      var clip = clip(line.getKey(), line.getValue(), level, format);
      registry.register(clip);
      clips.put(line.getKey(), clip);
    }
    var room = new short[format.sampleRateHz() * ROOM_MS / 1000];
    return new Recorded(
        Map.copyOf(clips), format, WireSound.bytes(Noise.under(room, level), format));
  }

  private static Set<String> lines(SyntheticCaller caller) {
    var lines = new LinkedHashSet<String>();
    lines.add(caller.opens());
    caller.answers().forEach(answer -> lines.add(answer.say()));
    lines.add(caller.otherwise());
    lines.remove("");
    return lines;
  }

  private static double noiseLevel(SyntheticCaller caller, Map<String, Sound> sounds) {
    if (caller.noiseSnrDb().isEmpty() || sounds.isEmpty()) {
      return 0;
    }
    var loudness = sounds.getOrDefault(caller.otherwise(), new Sound(new short[0], 16_000, List.of()));
    return Noise.level(loudness.samples(), caller.noiseSnrDb().getAsDouble());
  }

  private synchronized Sound sound(String words, CallerVoice voice)
      throws SynthesisFailed, InterruptedException {
    var take = new Take(words, voice);
    var known = takes.get(take);
    if (known == null) {
      known = voices.apply(voice.engine()).synthesise(words, voice.wordsPerMinute());
      takes.put(take, known);
    }
    return known;
  }

  private static Clip clip(String words, Sound sound, double level, AudioFormat format) {
    var samples = WireSound.samples(sound, format.sampleRateHz());
    int lengthMs = (int) (1000L * samples.length / format.sampleRateHz());
    var timed = timed(words, sound.words(), lengthMs);
    int keepMs = timed.isEmpty() ? lengthMs : Math.min(lengthMs, timed.getLast().endMs() + TAIL_MS);
    var kept = Arrays.copyOf(samples, format.sampleRateHz() * keepMs / 1000);
    return new Clip(WireSound.bytes(Noise.under(kept, level), format), format, timed);
  }

  /// What the recogniser should print, and when: the words as written.
  private static List<ClipWord> timed(String words, List<WordTiming> timings, int lengthMs) {
    var timed = new ArrayList<ClipWord>();
    int free = 0;
    for (var timing : timings.isEmpty() ? guessed(words, lengthMs) : timings) {
      int from = Math.max(free, timing.startMs());
      int to = Math.min(lengthMs, timing.endMs());
      if (to > from) {
        timed.add(new ClipWord(words.substring(timing.fromChar(), timing.toChar()), from, to));
        free = to;
      }
    }
    return timed;
  }

  /// A voice that does not tell when its words sound speaks all characters equally fast.
  private static List<WordTiming> guessed(String words, int lengthMs) {
    var timings = new ArrayList<WordTiming>();
    var word = Pattern.compile("\\S+").matcher(words);
    while (word.find()) {
      timings.add(
          new WordTiming(
              word.start(),
              word.end(),
              lengthMs * word.start() / words.length(),
              lengthMs * word.end() / words.length()));
    }
    return timings;
  }

  private record Recorded(Map<String, Clip> clips, AudioFormat format, byte[] room)
      implements CallerSounds {
    @Override
    public Clip speech(String words) {
      var clip = clips.get(words);
      if (clip == null) {
        throw new IllegalArgumentException("a line that was not recorded");
      }
      return clip;
    }

    @Override
    public Clip tones(String keys) {
      return KeyTones.clip(keys, format);
    }

    @Override
    public String toString() {
      return "Recorded[" + clips.size() + " lines]";
    }
  }
}
