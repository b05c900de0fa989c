package dev.frontdesk.voice;

import dev.frontdesk.media.VirtualLoop;
import dev.frontdesk.voice.spi.Agent;
import dev.frontdesk.voice.spi.AskedDetail;
import dev.frontdesk.voice.spi.ListeningHint;
import dev.frontdesk.vocabulary.AgentVersion;
import dev.frontdesk.vocabulary.Transcript;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An agent that answers with what a test has lined up, and "Go on." when nothing is left.
public final class ScriptedAgent implements Agent {
  private final Queue<Answer> answers = new ArrayDeque<>();
  private final List<Input> asked = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> thoughts = new ArrayList<>();
  private Function<Input.Said, @Nullable Thought> thinking = _ -> null;
  private Answer otherwise =
      (_, reply) -> {
        reply.say("Go on.");
        listen(reply);
      };
  private Duration takes = Duration.ZERO;
  private @Nullable VirtualLoop loop;
  private int ended;

  /// One turn's answer.
  @FunctionalInterface
  public interface Answer {
    void give(Input input, Reply reply) throws InterruptedException;
  }

  /// Says `sentences` and listens for anything.
  public ScriptedAgent says(String... sentences) {
    return asks(AskedDetail.ANYTHING, KeyPlan.ONE, sentences);
  }

  /// Says `sentences` and listens for `detail`.
  public ScriptedAgent asks(AskedDetail detail, KeyPlan keys, String... sentences) {
    return answers(
        (_, reply) -> {
          for (var sentence : sentences) {
            reply.say(sentence);
          }
          reply.then(new Next.Listen(new ListeningHint(detail, List.of(), () -> ""), keys, false));
        });
  }

  public ScriptedAgent answers(Answer answer) {
    answers.add(answer);
    return this;
  }

  /// Says `sentence` and hangs up.
  public ScriptedAgent leaves(String sentence) {
    return answers(
        (_, reply) -> {
          reply.say(sentence);
          reply.then(new Next.HangUp("done"));
        });
  }

  /// What is given when nothing is lined up.
  public ScriptedAgent otherwise(Answer answer) {
    otherwise = answer;
    return this;
  }

  /// Thinks ahead, from now on.
  ScriptedAgent thinks(Function<Input.Said, @Nullable Thought> about) {
    thinking = about;
    return this;
  }

  /// A thought, or an answer without one to words, takes this long. For an agent that runs on the
  /// loop.
  ScriptedAgent thinksFor(Duration time, VirtualLoop passing) {
    takes = time;
    loop = passing;
    return this;
  }

  /// What was thought about, adopted or not.
  List<String> thoughts() {
    return thoughts;
  }

  @Override
  public Optional<Thought> think(Input.Said input) {
    var thought = thinking.apply(input);
    if (thought != null) {
      thoughts.add(input.text().text());
      pass();
    }
    return Optional.ofNullable(thought);
  }

  private void pass() {
    if (loop != null) {
      loop.advance(takes);
    }
  }

  static void listen(Reply reply) {
    reply.then(new Next.Listen(ListeningHint.OPEN, KeyPlan.ONE, false));
  }

  public List<Input> asked() {
    return asked;
  }

  @Override
  public AgentVersion version() {
    return new AgentVersion("scripted-1");
  }

  @Override
  public void respond(Input input, Reply reply) throws InterruptedException {
    asked.add(input);
    var answer = answers.poll();
    if (answer == null) {
      if (input instanceof Input.Said) {
        pass();
      }
      otherwise.give(input, reply);
    } else {
      answer.give(input, reply);
    }
  }

  @Override
  public String state() {
    return "{\"asked\":" + asked.size() + "}";
  }

  @Override
  public void noted(Role role, Transcript text) {
    notes.add(text.text());
  }

  public List<String> notes() {
    return notes;
  }

  @Override
  public void ended() {
    ended++;
  }

  /// How often it was told that the call is over.
  public int timesEnded() {
    return ended;
  }
}
