package dev.frontdesk.lab;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.VirtualLoop;
import dev.frontdesk.voice.Conversation;
import dev.frontdesk.voice.ConversationEvent;
import dev.frontdesk.voice.ConversationSettings;
import dev.frontdesk.voice.ConversationSetup;
import dev.frontdesk.voice.ConversationStore;
import dev.frontdesk.voice.EndpointingPolicy;
import dev.frontdesk.voice.Recording;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Locale;

/// One labelled call through the real conversation under virtual time.
///
/// The caller says a turn half a second after its question was heard out and says it to its end,
/// whatever the agent does meanwhile. The turn is over with the first decision after its end.
final class EndpointingCall {
  private static final Duration FRAME = Duration.ofMillis(AudioFormat.FRAME_MILLIS);
  private static final Duration THINKING = Duration.ofMillis(300);
  private static final long ANSWERS_AFTER_MS = 500;
  private static final long NO_DECISION_MS = 5_000;
  private static final Duration LONGEST = Duration.ofMinutes(20);

  private final LabelledCall call;
  private final VirtualLoop loop = new VirtualLoop();
  private final ClipRegistry clips = new ClipRegistry();
  private final TextLine line;
  private final CallerMouth mouth =
      new CallerMouth(AudioFormat.PHONE, CallerMouth.silence(AudioFormat.PHONE));
  private final AskingAgent agent = new AskingAgent();
  private final List<EndpointingTurn> done = new ArrayList<>();
  private long slice;
  private long beginsMs = Long.MAX_VALUE; // when the caller begins the turn that was asked for
  private long endsMs = -1; // when the turn under way has sounded; negative while none is
  private boolean cutOff;

  private EndpointingCall(LabelledCall call, EndpointingPolicy policy) {
    this.call = call;
    var settings = ConversationSettings.in(Locale.US).withEndpointing(policy);
    this.line =
        new TextLine(
            loop,
            call.name(),
            (out, opening) ->
                Conversation.open(
                    new ConversationSetup(
                        new OrgId("lab"), new CallId("lab"), new TextEars(clips),
                        new TextMouth(), agent, work -> loop.schedule(work, THINKING), out, loop,
                        opening, settings, this::saw, ConversationStore.NONE,
                        new Recording.Off())),
            Optional.empty());
  }

  static List<EndpointingTurn> play(LabelledCall call, EndpointingPolicy policy) {
    return new EndpointingCall(call, policy).play();
  }

  private List<EndpointingTurn> play() {
    agent.ask(call.turns().getFirst().asked());
    line.dial(new DeafEar());
    loop.execute(this::frame);
    while (done.size() < call.turns().size() && nowMs() < LONGEST.toMillis()) {
      loop.advanceToNext();
    }
    line.hangUp();
    loop.settle();
    if (done.size() < call.turns().size()) {
      throw new IllegalStateException("never came to an end: " + call.name());
    }
    return List.copyOf(done);
  }

  private void frame() {
    if (nowMs() >= beginsMs) {
      begin();
    }
    if (endsMs >= 0 && nowMs() > endsMs + NO_DECISION_MS && !agent.isAnswering()) {
      over(-1);
    }
    line.frame(mouth.next(), slice++);
    line.tick();
    loop.schedule(this::frame, FRAME);
  }

  private void begin() {
    var clip = call.turns().get(done.size()).clip();
    clips.register(clip);
    mouth.say(clip);
    beginsMs = Long.MAX_VALUE;
    // the first frame goes out in this moment, so its last goes out one frame before it has passed
    endsMs =
        nowMs() + Math.round(AudioFormat.PHONE.millisOf(clip.audio().length))
            - AudioFormat.FRAME_MILLIS;
    cutOff = false;
  }

  private void over(long delayMs) {
    var turn = call.turns().get(done.size());
    done.add(new EndpointingTurn(call.name(), turn.said(), cutOff, delayMs));
    endsMs = -1;
    if (done.size() < call.turns().size()) {
      agent.ask(call.turns().get(done.size()).asked());
    }
  }

  private void saw(ConversationEvent event) {
    switch (event) {
      case ConversationEvent.TurnTaken taken -> taken(taken.at().toMillis(), taken.text().text());
      case ConversationEvent.AgentSpoke spoke -> {
        if (endsMs < 0 && spoke.text().equals(spoke.heard())) {
          beginsMs = nowMs() + ANSWERS_AFTER_MS;
        }
      }
      default -> {}
    }
  }

  private void taken(long atMs, String text) {
    if (endsMs < 0) {
      return;
    }
    if (atMs < endsMs) {
      cutOff = true;
    } else {
      over(atMs - endsMs);
    }
    agent.heard(text);
    if (endsMs < 0 && agent.staysSilent()) {
      beginsMs = nowMs() + THINKING.toMillis() + ANSWERS_AFTER_MS;
    }
  }

  private long nowMs() {
    return loop.nanoTime() / 1_000_000;
  }

  /// The caller does not mind what the agent says.
  private static final class DeafEar implements CallLine.Ear {
    @Override
    public void answered(String of) {}

    @Override
    public void agentAudio(boolean first) {}

    @Override
    public void ended(String problem) {}
  }
}
