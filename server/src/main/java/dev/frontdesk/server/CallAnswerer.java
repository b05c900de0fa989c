package dev.frontdesk.server;

import dev.frontdesk.integrations.vapi.VapiCalls;
import dev.frontdesk.media.AudioIn;
import dev.frontdesk.media.AudioOut;
import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.telephony.AnsweredLeg;
import dev.frontdesk.telephony.LegAnswerer;
import dev.frontdesk.telephony.LegOpening;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.voice.Conversation;
import dev.frontdesk.voice.ConversationCheckpoint;
import dev.frontdesk.voice.ConversationObserver;
import dev.frontdesk.voice.ConversationSettings;
import dev.frontdesk.voice.ConversationSettings.Rescue;
import dev.frontdesk.voice.ConversationSetup;
import dev.frontdesk.voice.Opening;
import dev.frontdesk.voice.spi.Agent;
import dev.frontdesk.voice.spi.AgentFactory;
import dev.frontdesk.voice.spi.SpeechToText;
import dev.frontdesk.voice.spi.TextToSpeech;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/// Where telephony and voice are introduced: an answered leg becomes a conversation.
final class CallAnswerer implements LegAnswerer {
  private final SpeechToText ears;
  private final TextToSpeech mouth;
  private final AgentFactory agents;
  private final ConversationSettings settings;
  private final PersonOfCall person;
  private final VapiCalls vapi;
  private final LiveConversations live;
  private final Storage storage;
  private final CallEvents events;
  private final OneByOne writes;
  private final ActChronicle acts;
  private final RecordingPlan recording;
  private final Clock clock;
  private final ExecutorService agentThreads;

  CallAnswerer(
      SpeechToText ears,
      TextToSpeech mouth,
      AgentFactory agents,
      ConversationSettings settings,
      PersonOfCall person,
      VapiCalls vapi,
      LiveConversations live,
      Storage storage,
      CallEvents events,
      OneByOne writes,
      ActChronicle acts,
      RecordingPlan recording,
      Clock clock,
      ExecutorService agentThreads) {
    this.ears = ears;
    this.mouth = mouth;
    this.agents = agents;
    this.settings = settings;
    this.person = person;
    this.vapi = vapi;
    this.live = live;
    this.storage = storage;
    this.events = events;
    this.writes = writes;
    this.acts = acts;
    this.recording = recording;
    this.clock = clock;
    this.agentThreads = agentThreads;
  }

  @Override
  public AudioIn answer(AnsweredLeg leg, AudioOut out, MediaLoop loop) {
    var chronicle =
        new CallChronicle(leg.org(), leg.call(), events, storage.calls(), clock, writes, acts);
    var narrator = vapi.narrator(leg.call());
    var place = live.place(leg.call());
    ConversationObserver watchers =
        event -> {
          chronicle.saw(event);
          narrator.saw(event);
          place.saw(event);
        };
    var conversation = Conversation.open(
        new ConversationSetup(
            leg.org(),
            leg.call(),
            ears,
            mouth,
            new LateAgent(() -> agent(leg)),
            agentThreads,
            out,
            loop,
            opening(leg),
            settings(leg),
            watchers,
            storage.conversations(),
            recording.of(leg)));
    place.taken(conversation);
    return conversation;
  }

  private static Opening opening(AnsweredLeg leg) {
    return switch (leg.opening()) {
      case NEW -> Opening.NEW;
      case RESUMED -> Opening.RESUMED;
      case NOT_PUT_THROUGH -> Opening.NOT_PUT_THROUGH;
    };
  }

  /// When we cannot go on, the caller is put through as if they had asked for a person. Not while
  /// nobody has just picked up: the caller would go round and round.
  private ConversationSettings settings(AnsweredLeg leg) {
    var rescuer =
        leg.opening() == LegOpening.NOT_PUT_THROUGH
            ? Optional.<PhoneNumber>empty()
            : person.of(leg.org(), leg.call());
    return rescuer
        .map(number -> settings.withRescue(new Rescue.Transfer(number.e164())))
        .orElse(settings);
  }

  private Agent agent(AnsweredLeg leg) {
    var kept =
        leg.opening() == LegOpening.NEW
            ? Optional.<String>empty()
            : storage.conversations().load(leg.org(), leg.call());
    return kept.map(ConversationCheckpoint::parse)
        .map(
            checkpoint ->
                agents.resume(leg.org(), leg.call(), leg.caller(), checkpoint.agentState()))
        .orElseGet(() -> agents.start(leg.org(), leg.call(), leg.caller()));
  }
}
