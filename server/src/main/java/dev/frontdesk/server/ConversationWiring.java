package dev.frontdesk.server;

import dev.frontdesk.integrations.vapi.VapiCalls;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.telephony.PoliteWords;
import dev.frontdesk.voice.ConversationSettings;
import dev.frontdesk.voice.EndpointingPolicy;
import dev.frontdesk.voice.spi.AgentFactory;
import dev.frontdesk.voice.spi.SpeechToText;
import dev.frontdesk.voice.spi.TextToSpeech;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How conversations are held.
@Configuration(proxyBeanMethods = false)
class ConversationWiring {

  @Bean
  ConversationSettings conversationSettings(ServerSettings settings) {
    var policy =
        EndpointingPolicy.valueOf(settings.turns().endpointing().toUpperCase(Locale.ROOT));
    return ConversationSettings.in(Locale.US)
        .withEndpointing(policy)
        .withThinkAhead(settings.turns().thinkAhead());
  }

  /// Agents block on the database and on providers, so each turn has a thread of its own.
  @Bean(destroyMethod = "shutdown")
  ExecutorService agentThreads() {
    return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("agent").factory());
  }

  @Bean
  PoliteWords politeWords() {
    return PhrasebookWords.in(Locale.US);
  }

  @Bean
  RecordingPlan recordingPlan(ServerSettings settings, Storage storage) {
    return new RecordingPlan(settings, storage);
  }

  @Bean
  CallAnswerer callAnswerer(
      SpeechToText ears,
      TextToSpeech mouth,
      AgentFactory agents,
      ConversationSettings conversation,
      PersonOfCall person,
      VapiCalls vapi,
      LiveConversations live,
      Storage storage,
      CallEvents events,
      OneByOne writes,
      ActChronicle acts,
      RecordingPlan recording,
      ServerSettings settings,
      ExecutorService agentThreads) {
    return new CallAnswerer(
        ears,
        mouth,
        agents,
        conversation,
        person,
        vapi,
        live,
        storage,
        events,
        writes,
        acts,
        recording,
        settings.clock(),
        agentThreads);
  }
}
