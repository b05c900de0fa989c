package dev.frontdesk.lab;

import dev.frontdesk.media.AudioOut;
import dev.frontdesk.media.VirtualLoop;
import dev.frontdesk.voice.Conversation;
import dev.frontdesk.voice.ConversationEvent;
import dev.frontdesk.voice.ConversationSettings;
import dev.frontdesk.voice.ConversationSetup;
import dev.frontdesk.voice.ConversationStore;
import dev.frontdesk.voice.Opening;
import dev.frontdesk.voice.Recording;
import dev.frontdesk.voice.spi.Agent;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// One call without audio: the same caller, the same turn machine and the same agent as on a live
/// line, under virtual time.
final class TextCall implements AgentFeed {
  /// How long the agent takes to think: a little, so that turns have a before and an after.
  private static final Duration THINKING = Duration.ofMillis(30);

  private final VirtualLoop loop;
  private final OrgId org;
  private final CallId call;
  private final Agent agent;
  private final ClipRegistry clips = new ClipRegistry();
  private final List<Consumer<Event>> watchers = new ArrayList<>();

  private TextCall(VirtualLoop loop, OrgId org, CallId call, Agent agent) {
    this.loop = loop;
    this.org = org;
    this.call = call;
    this.agent = agent;
  }

  /// Rings; complete once the loop has moved past the end of the call.
  static CompletableFuture<CallRecord> ring(
      VirtualLoop loop,
      OrgId org,
      CallId call,
      Agent agent,
      SyntheticCaller caller,
      Optional<PersonAtPhone> person) {
    var text = new TextCall(loop, org, call, agent);
    var line =
        new TextLine(
            loop,
            call.value(),
            (out, opening) -> Conversation.open(text.setup(out, opening)),
            person);
    var ticks = new CallerTicks(line.loop());
    return new LiveCaller(line, ticks, caller, new TextSounds(text.clips), text, _ -> {}).ring();
  }

  @Override
  public AutoCloseable follow(String of, Consumer<Event> watcher) {
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }

  private ConversationSetup setup(AudioOut out, Opening opening) {
    return new ConversationSetup(
        org,
        call,
        new TextEars(clips),
        new TextMouth(),
        agent,
        work -> loop.schedule(work, THINKING),
        out,
        loop,
        opening,
        ConversationSettings.in(Locale.US),
        this::saw,
        ConversationStore.NONE,
        new Recording.Off());
  }

  private void saw(ConversationEvent event) {
    var told = translate(event);
    List.copyOf(watchers).forEach(watcher -> watcher.accept(told));
  }

  private static Event translate(ConversationEvent event) {
    return switch (event) {
      case ConversationEvent.AgentSpeaking(_, var turn, var text, var filler) ->
          new Event.Speaking(turn, text.text(), filler);
      case ConversationEvent.AgentSpoke(_, var turn, var text, var heard, var filler) ->
          new Event.Spoke(turn, text.text(), heard.text(), filler);
      case ConversationEvent.TurnTimed(_, var turn, var timed, _) ->
          new Event.Timed(
              turn,
              timed.endpointingMs(),
              timed.languageMs(),
              timed.speechMs(),
              timed.overheadMs());
      case ConversationEvent.Ended _ -> new Event.Over();
      default -> new Event.Other(event.getClass().getSimpleName());
    };
  }
}
