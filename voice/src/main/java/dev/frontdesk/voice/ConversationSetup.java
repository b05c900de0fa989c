package dev.frontdesk.voice;

import dev.frontdesk.media.AudioOut;
import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.voice.spi.Agent;
import dev.frontdesk.voice.spi.SpeechToText;
import dev.frontdesk.voice.spi.TextToSpeech;
import java.util.concurrent.Executor;

/// Everything one conversation needs.
///
/// @param agentThreads where the blocking agent, the store and the consent log run: virtual
///     threads in a server; in text runs `VirtualLoop::execute`, or a schedule on the loop that
///     gives the agent some thinking time
/// @param out          its `format()` is also the format of what comes in
public record ConversationSetup(
    OrgId org,
    CallId call,
    SpeechToText hearing,
    TextToSpeech voice,
    Agent agent,
    Executor agentThreads,
    AudioOut out,
    MediaLoop loop,
    Opening opening,
    ConversationSettings settings,
    ConversationObserver observer,
    ConversationStore store,
    Recording recording) {}
