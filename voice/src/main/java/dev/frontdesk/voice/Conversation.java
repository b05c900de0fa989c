package dev.frontdesk.voice;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.AudioIn;
import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.voice.Step.Rules;
import dev.frontdesk.voice.spi.Agent;
import dev.frontdesk.vocabulary.Transcript;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One conversation in real time. One actor per call: frames, words, marks, keys, timers and the
/// agent's words enter one mailbox on the call's loop; `TurnMachine` decides, this class does.
///
/// ```text
/// caller's frames -> SoundGate -+
/// recogniser's words -----------+                          +-> AgentLane: asks the agent
/// agent's words ----------------+-> mailbox -> TurnMachine +-> Playout: Mouth -> Pacer -> line
/// marks -> Ledger --------------+                          +-> Timers, Hearing, Paperwork
/// timers, keys -----------------+
/// ```
public final class Conversation implements AudioIn {
  static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

  private final ConversationSetup setup;
  private final MediaLoop loop;
  private final AudioFormat format;
  private final Rules rules;
  private final long openedNs;
  private final ArrayDeque<Event> mailbox = new ArrayDeque<>();
  private final Timers timers;
  private final Tally tally = new Tally();
  private final TurnClock clock = new TurnClock();
  private final Answered answered = new Answered();
  private final Consumer<Step.Moved> moves;
  private final Hearing hearing;
  private final Playout playout;
  private final AgentLane lane;
  private final Paperwork paperwork;
  private final Intake intake;
  private final @Nullable CallTape tape;
  private State state = State.START;
  private long silentFromNs;
  private boolean draining;
  private boolean ended;

  private Conversation(ConversationSetup setup, Consumer<Step.Moved> moves) {
    this.setup = setup;
    this.loop = setup.loop();
    this.format = setup.out().format();
    this.moves = moves;
    this.openedNs = loop.nanoTime();
    this.rules = new Rules(setup.settings(), setup.hearing().lateFinal().toMillis());
    this.tape =
        setup.recording() instanceof Recording.Announced announced
            ? new CallTape(announced.recorder(), format, tally)
            : null;
    this.hearing = new Hearing(setup.hearing(), setup.call(), format, loop, this::post);
    this.intake =
        new Intake(format, hearing, tape, setup.settings().bargeIn().onset().toMillis());
    this.playout = new Playout(setup, new PlayoutReports());
    this.lane = new AgentLane(setup.agent(), setup.agentThreads(), loop, new AgentReports());
    this.paperwork = new Paperwork(setup, lane, tally::add);
    this.timers = new Timers(loop, this::timerFired);
  }

  /// Opens the ears and asks the agent to greet. Call on the loop.
  public static Conversation open(ConversationSetup setup) {
    return open(setup, _ -> {});
  }

  /// @param moves told each row of the floor's table as it is taken
  static Conversation open(ConversationSetup setup, Consumer<Step.Moved> moves) {
    var conversation = new Conversation(setup, moves);
    setup.voice().prepare(setup.call(), setup.loop());
    conversation.hearing.open();
    var notice =
        setup.recording() instanceof Recording.Announced announced ? announced.notice() : "";
    conversation.post(new Event.Opened(setup.opening(), notice));
    return conversation;
  }

  @Override
  public void audio(byte[] bytes, int offset, int length, long mediaTimeMs) {
    if (ended) {
      return;
    }
    if (!intake.takes(length)) {
      tally.add(Mishap.BAD_FRAME);
      return;
    }
    long now = loop.nanoTime();
    switch (intake.frame(bytes, offset, length, mediaTimeMs, now, now - openedNs)) {
      case NONE -> {}
      case BEGAN -> post(new Event.SoundBegan(sinceOpened(intake.gate().firstNs())));
      case ENDED -> post(new Event.SoundEnded(sinceOpened(intake.gate().lastNs())));
    }
  }

  @Override
  public void markReached(String name) {
    if (!ended) {
      playout.markReached(name);
    }
  }

  @Override
  public void keyPressed(char key) {
    post(new Event.Key(key));
  }

  @Override
  public void closed(boolean carrierEnded) {
    post(new Event.Gone(carrierEnded ? new Ending.CallerHungUp() : new Ending.SocketLost()));
  }

  /// Somebody outside asks for something. Safe from any thread.
  public void direct(Directive directive) {
    loop.execute(() -> post(new Event.Directed(directive)));
  }

  /// The server is going away, or an operator ended the call: stop at once. Safe from any thread.
  ///
  /// @param reason static text
  public void end(String reason) {
    loop.execute(() -> post(new Event.Gone(new Ending.Stopped(reason))));
  }

  /// A caller who may just be going on is not cut off: it shows within the onset.
  private void timerFired(Event.TimerFired fired) {
    if (fired.timer() == Event.Timer.COMMIT && intake.gate().undecided(loop.nanoTime())) {
      timers.start(Event.Timer.COMMIT, 20);
    } else {
      post(fired);
    }
  }

  private void post(Event event) {
    if (ended) {
      return;
    }
    mailbox.add(event);
    if (draining) {
      return;
    }
    draining = true;
    for (var next = mailbox.poll(); next != null && !ended; next = mailbox.poll()) {
      handle(next);
    }
    draining = false;
  }

  private void handle(Event event) {
    try {
      var outcome = TurnMachine.reduce(rules, state, sinceOpened(loop.nanoTime()), event);
      state = outcome.state();
      outcome.moves().forEach(moves);
      for (var effect : outcome.effects()) {
        perform(effect);
      }
    } catch (RuntimeException e) {
      broke(e);
    }
  }

  /// A bug: the caller gets an apology, and if that fails too, an end.
  private void broke(RuntimeException e) {
    LOG.error("conversation broke", e);
    boolean again = tally.count(Mishap.BUG) > 0;
    tally.add(Mishap.BUG);
    if (again) {
      finish(ClosingPart.rescued(setup.settings(), new Ending.AgentFailed()));
    } else {
      mailbox.add(new Event.Broken());
    }
  }

  private void perform(Effect effect) {
    switch (effect) {
      case Effect.Ask ask -> ask(ask);
      case Effect.ThinkAhead(var thought, var question) ->
          lane.think(thought, answered.said(question));
      case Effect.ForgetThought() -> lane.forget();
      case Effect.CancelAgent() -> lane.cancel();
      case Effect.Speak speak -> speak(speak);
      case Effect.Pause() -> {
        playout.pause();
        silentFromNs = playout.silentFromNs();
      }
      case Effect.Resume() -> playout.resume();
      case Effect.Cut() -> playout.cut();
      case Effect.Note(var role, var text) -> lane.note(role, text);
      case Effect.MuteCaller(var muted) -> intake.mute(muted);
      case Effect.Flush() -> hearing.flush();
      case Effect.Expect(var hint) -> hearing.expect(hint);
      case Effect.ReopenEars() -> hearing.reopen();
      case Effect.Start(var timer, var delayMs) -> timers.start(timer, delayMs);
      case Effect.Stop(var timer) -> timers.stop(timer);
      case Effect.Tell(var event) -> tell(event);
      case Effect.Count(var mishap) -> tally.add(mishap);
      case Effect.Committed(var epoch, var soundMs, var waitMs) ->
          clock.committed(epoch, soundNs(soundMs), waitMs);
      case Effect.End(var ending) -> finish(ending);
    }
  }

  private void ask(Effect.Ask ask) {
    var input = answered.input(ask.question());
    answered.clear();
    lane.ask(ask.epoch(), input, ask.thought());
  }

  private void speak(Effect.Speak speak) {
    if (speak.kind() == Effect.Kind.ANSWER || speak.kind() == Effect.Kind.DIRECTED) {
      answered.said(speak.text());
    } else {
      clock.fillerSpoke(speak.epoch(), loop.nanoTime());
    }
    playout.speak(speak);
  }

  private void tell(ConversationEvent event) {
    var told = event instanceof ConversationEvent.BargedIn bargedIn ? timed(bargedIn) : event;
    try {
      setup.observer().saw(told);
    } catch (RuntimeException e) {
      tally.add(Mishap.WATCHER_FAILED);
    }
  }

  /// Only here it is known when the last of our audio had sounded.
  private ConversationEvent timed(ConversationEvent.BargedIn event) {
    long beganMs = state.caller().segmentMs();
    long silence = beganMs < 0 ? -1 : Math.max(0, sinceOpened(silentFromNs) - beganMs);
    return new ConversationEvent.BargedIn(event.at(), event.turn(), event.outcome(), silence);
  }

  private void finish(Ending ending) {
    if (ended) {
      return;
    }
    ended = true;
    timers.stopAll();
    playout.close();
    hearing.close();
    if (tape != null) {
      tape.close();
    }
    tell(new ConversationEvent.Ended(at(), ending, tally.read()));
    if (ending instanceof Ending.Transferred(var target, _)) {
      setup.out().transfer(target); // the caller may come back, as from a lost socket
    } else if (!(ending instanceof Ending.SocketLost)) {
      lane.end();
      if (!(ending instanceof Ending.CallerHungUp)) {
        setup.out().hangUp(ending.word());
      }
    }
  }

  private long soundNs(long soundMs) {
    long exact = intake.gate().lastNs();
    return sinceOpened(exact) == soundMs ? exact : openedNs + soundMs * 1_000_000;
  }

  private long sinceOpened(long nanos) {
    return Math.floorDiv(nanos - openedNs, 1_000_000);
  }

  private Duration at() {
    return Duration.ofMillis(sinceOpened(loop.nanoTime()));
  }

  /// What the agent does.
  private final class AgentReports implements AgentLane.Listener {
    @Override
    public void started(int epoch, long nowNs) {
      clock.agentStarted(epoch, nowNs);
    }

    @Override
    public void thoughtAhead(int epoch, long aheadNs) {
      clock.thoughtAhead(epoch, aheadNs);
    }

    @Override
    public void spoke(int epoch, long nowNs) {
      clock.agentSpoke(epoch, nowNs);
    }

    @Override
    public void said(int epoch, String text, boolean filler) {
      post(new Event.AgentSaid(epoch, text, filler));
    }

    @Override
    public void handedOn(int epoch, Agent.Next next) {
      post(new Event.AgentHandedOn(epoch, next));
    }

    @Override
    public void returned(int epoch, String memory) {
      post(new Event.AgentReturned(epoch));
      if (!memory.isEmpty()) {
        paperwork.checkpoint(
            new ConversationCheckpoint(
                state.turn(), memory, answered.saidText(), answered.heardText()));
      }
    }

    @Override
    public void failed(int epoch) {
      post(new Event.AgentFailed(epoch));
    }

    @Override
    public void mishap(Mishap mishap) {
      tally.add(mishap);
    }
  }

  /// What becomes of our words.
  private final class PlayoutReports implements Playout.Listener {
    @Override
    public void asked(Utterance utterance) {
      clock.speechAsked(utterance.epoch, loop.nanoTime());
    }

    @Override
    public void began(Utterance utterance) {
      clock.speechBegan(utterance.epoch, loop.nanoTime());
    }

    @Override
    public void audible(Utterance utterance) {
      var timings = clock.firstFrame(utterance.epoch, loop.nanoTime());
      if (timings != null) {
        boolean filler = utterance.filler();
        tell(new ConversationEvent.TurnTimed(at(), utterance.turn, timings, filler));
      }
      var text = new Transcript(utterance.text);
      tell(new ConversationEvent.AgentSpeaking(at(), utterance.turn, text, utterance.filler()));
      post(new Event.Audible(utterance.epoch));
    }

    @Override
    public void over(Utterance utterance, String heard) {
      if (!utterance.filler()) {
        answered.heard(heard);
      }
      tell(
          new ConversationEvent.AgentSpoke(
              at(),
              utterance.turn,
              new Transcript(utterance.text),
              new Transcript(heard),
              utterance.filler()));
      if (utterance.kind == Effect.Kind.NOTICE && heard.equals(utterance.text)) {
        consented();
      }
    }

    @Override
    public void ranDry(int lastId) {
      post(new Event.RanDry(lastId));
    }

    @Override
    public void gone() {
      post(new Event.VoiceGone());
    }

    @Override
    public void mishap(Mishap mishap) {
      tally.add(mishap);
    }

    @Override
    public void played(Ledger.Segment segment, double heardMs, long endNs) {
      if (tape != null) {
        tape.agent(segment, heardMs, (endNs - openedNs) / 1e6);
      }
    }

    @Override
    public boolean recording() {
      return tape != null && tape.isOn();
    }
  }

  /// The notice was heard to its end: log that, and record from then on.
  private void consented() {
    var recorder = tape;
    if (recorder != null && setup.recording() instanceof Recording.Announced announced) {
      paperwork.consent(
          announced,
          () -> {
            recorder.begin();
            tell(new ConversationEvent.RecordingBegan(at()));
          });
    }
  }
}
