package dev.frontdesk.voice;

import dev.frontdesk.voice.Effect.Question;
import dev.frontdesk.voice.spi.Agent;
import dev.frontdesk.vocabulary.Transcript;

/// What the agent said in its current answer, and what of it was heard.
final class Answered {
  private final StringBuilder said = new StringBuilder();
  private final StringBuilder heard = new StringBuilder();

  void said(String text) {
    append(said, text);
  }

  void heard(String text) {
    append(heard, text);
  }

  String saidText() {
    return said.toString();
  }

  String heardText() {
    return heard.toString();
  }

  void clear() {
    said.setLength(0);
    heard.setLength(0);
  }

  private static void append(StringBuilder to, String text) {
    if (!text.isEmpty()) {
      to.append(to.isEmpty() ? "" : " ").append(text);
    }
  }

  Agent.Input.Said said(Question.Said question) {
    return new Agent.Input.Said(
        new Transcript(question.text()), new Transcript(heardText()), question.bargedIn());
  }

  /// What the agent is asked, with what was heard of its answer before.
  Agent.Input input(Question question) {
    return switch (question) {
      case Question.Greet() -> new Agent.Input.Greet();
      case Question.Resumed() -> new Agent.Input.Resumed();
      case Question.NotPutThrough() -> new Agent.Input.NotPutThrough();
      case Question.Told(var role, var text) -> new Agent.Input.Told(role, text);
      case Question.Said said -> said(said);
      case Question.Pressed(var keys) -> new Agent.Input.Pressed(keys);
      case Question.Silent(var times) -> new Agent.Input.Silent(times);
      case Question.WaitedEnough() -> new Agent.Input.WaitedEnough();
      case Question.TimeIsUp() -> new Agent.Input.TimeIsUp();
    };
  }
}
