package dev.frontdesk.lab;

import dev.frontdesk.voice.TurnEndText;
import dev.frontdesk.voice.spi.Agent;
import dev.frontdesk.voice.spi.AskedDetail;
import dev.frontdesk.voice.spi.ListeningHint;
import dev.frontdesk.vocabulary.AgentVersion;
import java.util.List;

/// An agent that understands nothing and asks for what it was told to ask for. It keeps silent
/// when the caller wanted a moment.
final class AskingAgent implements Agent {
  private AskedDetail asks = AskedDetail.ANYTHING;
  private boolean silent;
  private boolean answering;

  void ask(AskedDetail detail) {
    asks = detail;
  }

  /// The caller's turn was taken as over with these words.
  void heard(String text) {
    answering = true;
    silent = TurnEndText.judge(text, AskedDetail.ANYTHING) == TurnEndText.WAIT;
  }

  boolean staysSilent() {
    return silent;
  }

  /// Between a turn's end and the agent's words.
  boolean isAnswering() {
    return answering;
  }

  @Override
  public AgentVersion version() {
    return new AgentVersion("asking");
  }

  @Override
  public void respond(Input input, Reply reply) {
    answering = false;
    if (!(silent && input instanceof Input.Said)) {
      reply.say("All right, and then?");
    }
    var hint = new ListeningHint(asks, List.of(), () -> "");
    reply.then(new Next.Listen(hint, KeyPlan.ONE, silent));
    silent = false;
  }

  @Override
  public String state() {
    return "{}";
  }
}
