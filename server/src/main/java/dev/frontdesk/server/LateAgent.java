package dev.frontdesk.server;

import dev.frontdesk.vocabulary.AgentVersion;
import dev.frontdesk.voice.spi.Agent;
import dev.frontdesk.vocabulary.Transcript;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An agent that is made when it is first asked, on its own thread: making one reads the database,
/// and the loop on which a call is answered must not wait for that.
final class LateAgent implements Agent {
  private final Supplier<Agent> making;
  private @Nullable Agent made;

  LateAgent(Supplier<Agent> making) {
    this.making = making;
  }

  @Override
  public AgentVersion version() {
    return made().version();
  }

  @Override
  public void respond(Input input, Reply reply) throws InterruptedException {
    made().respond(input, reply);
  }

  @Override
  public Optional<Thought> think(Input.Said input) throws InterruptedException {
    return made().think(input);
  }

  /// One that is being made is reading the database.
  @Override
  public boolean mayInterrupt() {
    var agent = madeAlready();
    return agent != null && agent.mayInterrupt();
  }

  @Override
  public void noted(Role role, Transcript text) {
    made().noted(role, text);
  }

  @Override
  public String state() {
    return made().state();
  }

  /// One that was never made holds nothing.
  @Override
  public void ended() {
    var agent = madeAlready();
    if (agent != null) {
      agent.ended();
    }
  }

  private synchronized @Nullable Agent madeAlready() {
    return made;
  }

  private synchronized Agent made() {
    Agent agent = made;
    if (agent == null) {
      agent = making.get();
      made = agent;
    }
    return agent;
  }
}
