package dev.frontdesk.voice;

import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.voice.spi.Agent;
import dev.frontdesk.voice.spi.Agent.Next;
import dev.frontdesk.vocabulary.Transcript;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// The agent's side of a call: blocking work, one piece at a time and in order, on the agent's
/// threads. What the agent says comes back to the call's loop with the epoch it was asked in.
final class AgentLane {
  private final Agent agent;
  private final Executor threads;
  private final MediaLoop loop;
  private final Listener listener;
  private final Object lock = new Object();
  private final ArrayDeque<Runnable> work = new ArrayDeque<>();
  private boolean running;
  private @Nullable Thread responding;
  private int thoughtWanted;
  private @Nullable Ahead ahead;

  /// What was thought before the turn was over.
  ///
  /// @param thought null when there is none: it must be asked
  private record Ahead(
      int id, Agent.Input.Said input, Agent.@Nullable Thought thought, long fromNs, long toNs) {

    boolean isAbout(Agent.Input other) {
      return other instanceof Agent.Input.Said said
          && said.bargedIn() == input.bargedIn()
          && said.agentHeard().equals(input.agentHeard())
          && Wording.same(said.text().text(), input.text().text());
    }
  }

  /// Called on the loop, but for `started`, `thought` and `spoke`.
  interface Listener {
    /// The agent begins to answer; on its own thread.
    void started(int epoch, long nowNs);

    /// Its answer was thought ahead, for so long before it was asked; on its own thread.
    void thoughtAhead(int epoch, long aheadNs);

    /// The agent's words, as it says them; on its own thread.
    void spoke(int epoch, long nowNs);

    void said(int epoch, String text, boolean filler);

    void handedOn(int epoch, Next next);

    /// @param state the agent's memory after this turn
    void returned(int epoch, String state);

    void failed(int epoch);

    void mishap(Mishap mishap);
  }

  AgentLane(Agent agent, Executor threads, MediaLoop loop, Listener listener) {
    this.agent = agent;
    this.threads = threads;
    this.loop = loop;
    this.listener = listener;
  }

  /// @param thought the one to adopt where it is about the same; 0 for none
  void ask(int epoch, Agent.Input input, int thought) {
    if (thought == 0) {
      forget();
    }
    long askedNs = loop.nanoTime();
    run(() -> respond(epoch, input, thought, askedNs));
  }

  /// Thinks about what may be asked next, in place of any thought before.
  void think(int thought, Agent.Input.Said input) {
    forget();
    synchronized (lock) {
      thoughtWanted = thought;
    }
    run(() -> thinkNow(thought, input));
  }

  /// What was thought ahead, or still is, is not wanted.
  void forget() {
    boolean any;
    synchronized (lock) {
      any = thoughtWanted != 0;
      thoughtWanted = 0;
    }
    if (any) {
      cancel();
    }
  }

  private boolean wanted(int thought) {
    synchronized (lock) {
      return thought != 0 && thoughtWanted == thought;
    }
  }

  private void thinkNow(int thought, Agent.Input.Said input) {
    ahead = null;
    if (!wanted(thought)) {
      return;
    }
    long fromNs = loop.nanoTime();
    Agent.Thought made = null;
    try {
      setResponding(Thread.currentThread());
      made = agent.think(input).orElse(null);
    } catch (InterruptedException _) {
      // not wanted any more
    } catch (RuntimeException e) {
      Conversation.LOG.warn("agent could not think ahead: {}", e.getClass().getName());
    } finally {
      setResponding(null);
      Thread.interrupted();
    }
    ahead = new Ahead(thought, input, made, fromNs, loop.nanoTime());
  }

  /// The thought about this very question, once.
  private @Nullable Ahead taken(int thought, Agent.Input input) {
    var made = ahead;
    ahead = null;
    boolean still = wanted(thought);
    synchronized (lock) {
      thoughtWanted = thoughtWanted == thought ? 0 : thoughtWanted;
    }
    return still && made != null && made.id == thought && made.isAbout(input) ? made : null;
  }

  /// The answer under way is not wanted any more. It is left to finish what it must: an agent that
  /// may be interrupted is, any other runs on and its words are dropped.
  void cancel() {
    synchronized (lock) {
      var thread = responding;
      if (thread != null && thread != Thread.currentThread() && agent.mayInterrupt()) {
        thread.interrupt();
      }
    }
  }

  void note(Agent.Role role, Transcript text) {
    run(
        () -> {
          try {
            agent.noted(role, text);
          } catch (RuntimeException e) {
            Conversation.LOG.warn("agent took no note: {}", e.getClass().getName());
            loop.execute(() -> listener.mishap(Mishap.AGENT_FAILED));
          }
        });
  }

  /// The call is over: tells the agent so, after what it was asked before.
  void end() {
    run(
        () -> {
          try {
            agent.ended();
          } catch (RuntimeException e) {
            Conversation.LOG.warn("agent did not end well: {}", e.getClass().getName());
          }
        });
  }

  /// Runs blocking work after what was asked before. Safe from any thread.
  void run(Runnable piece) {
    synchronized (lock) {
      work.add(piece);
      if (running) {
        return;
      }
      running = true;
    }
    threads.execute(this::drain);
  }

  private void drain() {
    for (var piece = next(); piece != null; piece = next()) {
      piece.run();
    }
  }

  private @Nullable Runnable next() {
    synchronized (lock) {
      var piece = work.poll();
      running = piece != null;
      return piece;
    }
  }

  private void respond(int epoch, Agent.Input input, int thought, long askedNs) {
    var made = taken(thought, input);
    // who waits for a thought to be finished waits for the agent
    boolean waited = made != null && made.toNs > askedNs;
    listener.started(epoch, waited ? askedNs : loop.nanoTime());
    var ready = made == null ? null : made.thought;
    if (made != null && ready != null) {
      listener.thoughtAhead(epoch, Math.max(0, Math.min(made.toNs, askedNs) - made.fromNs));
    }
    boolean finished = false;
    try {
      setResponding(Thread.currentThread());
      var reply = new EpochReply(epoch);
      if (ready == null) {
        agent.respond(input, reply);
      } else {
        ready.adopt(reply);
      }
      finished = true;
    } catch (InterruptedException _) {
      finished = true; // as asked
    } catch (RuntimeException e) {
      Conversation.LOG.warn("agent failed: {}", e.getClass().getName());
    } finally {
      setResponding(null);
      Thread.interrupted();
    }
    if (!finished) {
      loop.execute(() -> listener.failed(epoch));
      return;
    }
    tellState(epoch);
  }

  private void tellState(int epoch) {
    try {
      var state = agent.state();
      loop.execute(() -> listener.returned(epoch, state));
    } catch (RuntimeException e) {
      Conversation.LOG.warn("agent gave no state: {}", e.getClass().getName());
      loop.execute(() -> listener.mishap(Mishap.CHECKPOINT_FAILED));
      loop.execute(() -> listener.returned(epoch, ""));
    }
  }

  private void setResponding(@Nullable Thread thread) {
    synchronized (lock) {
      responding = thread;
    }
  }

  private final class EpochReply implements Agent.Reply {
    private final int epoch;

    EpochReply(int epoch) {
      this.epoch = epoch;
    }

    @Override
    public void say(String text) {
      listener.spoke(epoch, loop.nanoTime());
      loop.execute(() -> listener.said(epoch, text, false));
    }

    @Override
    public void filler(String text) {
      loop.execute(() -> listener.said(epoch, text, true));
    }

    @Override
    public void then(Next next) {
      loop.execute(() -> listener.handedOn(epoch, next));
    }
  }
}
