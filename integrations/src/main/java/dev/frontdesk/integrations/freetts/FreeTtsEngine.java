package dev.frontdesk.integrations.freetts;

import com.sun.speech.freetts.Item;
import com.sun.speech.freetts.Relation;
import com.sun.speech.freetts.Utterance;
import com.sun.speech.freetts.UtteranceProcessor;
import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import dev.frontdesk.integrations.freetts.SpokenText.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One FreeTTS voice, warmed up; speaks one sentence at a time, for one thread at a time.
final class FreeTtsEngine {
  static final int RATE_HZ = 16_000;
  private static final int SAMPLES_PER_MS = RATE_HZ / 1000;

  private final Voice voice;
  private final SampleBuffer buffer = new SampleBuffer();
  private final List<Segment> segments = new ArrayList<>();
  private int tokens;
  private double utteranceStart;

  FreeTtsEngine() {
    voice =
        Arrays.stream(new KevinVoiceDirectory().getVoices())
            .filter(each -> each.getName().equals("kevin16"))
            .findFirst()
            .orElseThrow();
    voice.allocate();
    voice.setAudioPlayer(buffer);
    addLast(voice.getUtteranceProcessors());
  }

  /// A stretch of one sound.
  ///
  /// @param token which word of the sentence it belongs to; -1 for a pause
  private record Segment(int token, double fromSeconds, double toSeconds) {}

  /// One spoken sentence with the pauses at its edges.
  ///
  /// @param starts when each word begins and `ends` when it ends, in milliseconds
  record Sentence(short[] samples, int firstSoundMs, int lastSoundMs, int[] starts, int[] ends) {}

  /// @return empty samples when there was nothing to pronounce
  Sentence speak(List<Word> words, int wordsPerMinute) {
    segments.clear();
    buffer.clear();
    tokens = 0;
    utteranceStart = 0;
    voice.setRate(wordsPerMinute);
    String text = words.stream().map(Word::spoken).collect(Collectors.joining(" "));
    if (!voice.speak(text)) {
      throw new IllegalStateException("FreeTTS gave up on a sentence");
    }
    return sentence(words);
  }

  private Sentence sentence(List<Word> words) {
    short[] samples = buffer.take();
    int lengthMs = samples.length / SAMPLES_PER_MS;
    int[] wordOf = wordOfToken(words);
    int[] starts = new int[words.size()];
    int[] ends = new int[words.size()];
    Arrays.fill(starts, -1);
    int first = lengthMs;
    int last = 0;
    for (var segment : segments) {
      int from = Math.min(lengthMs, (int) Math.round(segment.fromSeconds * 1000));
      int to = Math.min(lengthMs, (int) Math.round(segment.toSeconds * 1000));
      if (segment.token < 0 || segment.token >= wordOf.length) {
        continue;
      }
      first = Math.min(first, from);
      last = Math.max(last, to);
      int word = wordOf[segment.token];
      starts[word] = starts[word] < 0 ? from : starts[word];
      ends[word] = to;
    }
    return new Sentence(samples, first, last, starts, ends);
  }

  /// FreeTTS counts what stands between spaces; a word of ours may be read as several.
  private static int[] wordOfToken(List<Word> words) {
    return IntStream.range(0, words.size())
        .flatMap(i -> IntStream.range(0, words.get(i).spoken().split(" ").length).map(_ -> i))
        .toArray();
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // FreeTTS is older than generics
  private void addLast(List processors) {
    processors.add(processors.size() - 1, new Watch());
  }

  /// Sees each utterance when all its sounds have their times.
  private final class Watch implements UtteranceProcessor {
    @Override
    public void processUtterance(Utterance utterance) {
      var places = new IdentityHashMap<Object, Integer>();
      var token = utterance.getRelation(Relation.TOKEN).getHead();
      for (; token != null; token = token.getNext()) {
        places.put(token.getFeatures(), tokens++);
      }
      double from = 0;
      var sound = utterance.getRelation(Relation.SEGMENT).getHead();
      for (; sound != null; sound = sound.getNext()) {
        double to = sound.getFeatures().getFloat("end");
        segments.add(
            new Segment(place(sound, places), utteranceStart + from, utteranceStart + to));
        from = to;
      }
      utteranceStart += from;
    }

    private int place(Item sound, IdentityHashMap<Object, Integer> places) {
      var syllable = sound.getItemAs(Relation.SYLLABLE_STRUCTURE);
      if (syllable == null || syllable.getParent() == null) {
        return -1;
      }
      var word = syllable.getParent().getParent().getItemAs(Relation.TOKEN);
      return word == null || word.getParent() == null
          ? -1
          : places.getOrDefault(word.getParent().getFeatures(), -1);
    }

    @Override
    public String toString() {
      return "Watch";
    }
  }
}
