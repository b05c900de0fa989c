package dev.frontdesk.integrations.elevenlabs;

import dev.frontdesk.voice.spi.TextToSpeech.WordTiming;
import java.util.ArrayList;
import java.util.List;

/// Makes word times of character times, for one utterance. The vendor may put in or leave out a
/// character; the next that fits takes up the thread again.
final class WordClock {
  private static final int LOOK_AHEAD = 12;

  private final String text;
  private int next; // the first character of the text that has not sounded
  private int wordFrom = -1;
  private int wordStartMs;
  private int wordEndMs;

  WordClock(String text) {
    this.text = text;
  }

  /// @param offsetMs audio of this utterance before the stretch that `alignment` tells of
  /// @return the words that are complete with it
  List<WordTiming> take(Alignment alignment, int offsetMs) {
    var words = new ArrayList<WordTiming>();
    for (int i = 0; i < alignment.characters().size(); i++) {
      String character = alignment.characters().get(i);
      int at = find(character);
      if (at >= 0) {
        int startMs = offsetMs + alignment.startMs()[i];
        sounded(at, startMs, startMs + alignment.lengthMs()[i], words);
        next = at + character.length();
      }
    }
    return words;
  }

  /// @return the last word, when nothing has followed it
  List<WordTiming> finish() {
    var words = new ArrayList<WordTiming>();
    endWord(text.length(), words);
    return words;
  }

  private int find(String character) {
    if (character.isEmpty()) {
      return -1;
    }
    if (character.length() == 1 && Character.isWhitespace(character.charAt(0))) {
      boolean here = next < text.length() && Character.isWhitespace(text.charAt(next));
      return here ? next : -1;
    }
    int at = text.indexOf(character, next);
    return at < 0 || at > next + LOOK_AHEAD ? -1 : at;
  }

  private void sounded(int at, int startMs, int endMs, List<WordTiming> words) {
    if (Character.isWhitespace(text.charAt(at))) {
      endWord(at, words);
    } else {
      if (wordFrom >= 0 && text.substring(wordFrom, at).chars().anyMatch(Character::isWhitespace)) {
        endWord(at, words);
      }
      if (wordFrom < 0) {
        wordFrom = at;
        wordStartMs = startMs;
      }
      wordEndMs = endMs;
    }
  }

  private void endWord(int before, List<WordTiming> words) {
    if (wordFrom >= 0) {
      int to = wordFrom;
      while (to < before && !Character.isWhitespace(text.charAt(to))) {
        to++;
      }
      words.add(new WordTiming(wordFrom, to, wordStartMs, Math.max(wordEndMs, wordStartMs)));
      wordFrom = -1;
    }
  }
}
