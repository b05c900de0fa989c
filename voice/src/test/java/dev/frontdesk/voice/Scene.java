package dev.frontdesk.voice;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.VirtualLoop;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A whole conversation under virtual time: a caller who makes sounds and says words, a line that
/// plays, scripted ears, mouth and agent, and everything that was observed.
final class Scene {
  static final int WORD_MS = 300;

  final VirtualLoop loop = new VirtualLoop();
  final ScriptedEars ears = new ScriptedEars();
  final ScriptedMouth mouth = new ScriptedMouth();
  final ScriptedAgent agent = new ScriptedAgent();
  final PlayingLine line =
      new PlayingLine(loop, AudioFormat.PHONE, Duration.ofMillis(30));
  final List<ConversationEvent> events = new ArrayList<>();
  final List<Step.Moved> moves = new ArrayList<>();
  ConversationSettings settings =
      ConversationSettings.in(Locale.ENGLISH).withEndpointing(EndpointingPolicy.BALANCED);
  ConversationStore store = ConversationStore.NONE;
  Recording recording = new Recording.Off();
  Executor agentThreads = loop::execute;
  Consumer<Step.Moved> onMove = _ -> {};
  ConversationObserver observer = events::add;
  Opening opening = Opening.NEW;
  private final byte[] quiet = new byte[160];
  private final byte[] loud = new byte[160];
  private long loudUntilNs;
  private long mediaMs;
  private @Nullable Conversation conversation;

  Scene() {
    Arrays.fill(quiet, (byte) 0xff);
    for (int i = 0; i < loud.length; i++) {
      loud[i] = (byte) (i % 2 == 0 ? 0x10 : 0x90);
    }
  }

  Scene open() {
    conversation =
        Conversation.open(
            new ConversationSetup(
                new OrgId("o"), new CallId("c"), ears, mouth, agent, agentThreads, line, loop,
                opening, settings, observer, store, recording),
            moved -> {
              moves.add(moved);
              onMove.accept(moved);
            });
    line.connect(conversation);
    loop.execute(this::frame);
    loop.settle();
    return this;
  }

  Conversation conversation() {
    if (conversation == null) {
      throw new IllegalStateException("not open");
    }
    return conversation;
  }

  private void frame() {
    var frame = loop.nanoTime() < loudUntilNs ? loud : quiet;
    conversation().audio(frame, 0, frame.length, mediaMs);
    mediaMs += 20;
    if (of(ConversationEvent.Ended.class).isEmpty()) {
      loop.schedule(this::frame, Duration.ofMillis(20));
    }
  }

  /// Begins to say `text`, a word every 300 ms; returns at once.
  Scene says(String text) {
    var words = text.split(" ");
    sounds(words.length * WORD_MS);
    for (int i = 0; i < words.length; i++) {
      var word = words[i];
      loop.schedule(() -> ears.wordSaid(word, loop), Duration.ofMillis((i + 1) * WORD_MS));
    }
    return this;
  }

  /// Makes a sound without words for `ms`.
  Scene sounds(int ms) {
    loudUntilNs = loop.nanoTime() + ms * 1_000_000L;
    return this;
  }

  Scene pass(int ms) {
    loop.advance(Duration.ofMillis(ms));
    return this;
  }

  /// Moves on until something like it was observed, for a minute at most.
  <E extends ConversationEvent> E await(Class<E> type, Predicate<E> like) {
    for (int i = 0; i < 3_000; i++) {
      var found = of(type).stream().filter(like).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      pass(20);
    }
    throw new AssertionError("no such " + type.getSimpleName() + " among " + events);
  }

  <E extends ConversationEvent> E await(Class<E> type) {
    return await(type, _ -> true);
  }

  /// Moves on until the agent has been heard out and `turn` turns are over.
  Scene untilListening(int turn) {
    for (int i = 0; i < 3_000; i++) {
      var last = moves.isEmpty() ? null : moves.getLast();
      if (last != null
          && last.on() == Floor.Move.HANDED_ON
          && moves.stream().filter(m -> m.on() == Floor.Move.ASK).count() > turn) {
        return this;
      }
      pass(20);
    }
    throw new AssertionError("never listening again: " + moves);
  }

  <E extends ConversationEvent> List<E> of(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  long nowMs() {
    return loop.nanoTime() / 1_000_000;
  }
}
