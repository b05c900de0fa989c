package dev.frontdesk.server;

import dev.frontdesk.integrations.vapi.ClientCommand;
import dev.frontdesk.integrations.vapi.ClientCommand.AddMessage;
import dev.frontdesk.integrations.vapi.ClientCommand.Control;
import dev.frontdesk.integrations.vapi.ClientCommand.Say;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.voice.Conversation;
import dev.frontdesk.voice.ConversationEvent;
import dev.frontdesk.voice.ConversationObserver;
import dev.frontdesk.voice.Directive;
import dev.frontdesk.voice.spi.Agent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The conversations under way on this node, for those who direct one from outside. Safe from any
/// thread.
final class LiveConversations {
  private final Map<CallId, Conversation> byCall = new ConcurrentHashMap<>();

  /// Where a conversation that is about to begin will be found. To be told what happens in it.
  Place place(CallId call) {
    return new Place(call);
  }

  /// On the call's loop. A call that came back on a new socket has a new conversation, which takes
  /// the place of the old one.
  final class Place implements ConversationObserver {
    private final CallId call;
    private @Nullable Conversation conversation;
    private boolean over;

    private Place(CallId call) {
      this.call = call;
    }

    void taken(Conversation by) {
      if (!over) {
        conversation = by;
        byCall.put(call, by);
      }
    }

    @Override
    public void saw(ConversationEvent event) {
      if (event instanceof ConversationEvent.Ended) {
        over = true;
        if (conversation != null) {
          byCall.remove(call, conversation);
        }
      }
    }
  }

  int count() {
    return byCall.size();
  }

  /// @return false when no such conversation is under way here
  boolean direct(CallId call, Directive directive) {
    var conversation = byCall.get(call);
    if (conversation == null) {
      return false;
    }
    conversation.direct(directive);
    return true;
  }

  /// @see dev.frontdesk.integrations.vapi.ClientCommands
  boolean asked(CallId call, ClientCommand command) {
    return direct(
        call,
        switch (command) {
          case Say(var content, var ends, var interruptible, var interrupts) ->
              new Directive.Say(content, ends, interruptible, interrupts);
          case AddMessage(var role, var content, var answered) ->
              new Directive.Add(role(role), content, answered);
          case Control(var what) ->
              switch (what) {
                case MUTE_ASSISTANT -> new Directive.MuteAgent(true);
                case UNMUTE_ASSISTANT -> new Directive.MuteAgent(false);
                case MUTE_CUSTOMER -> new Directive.MuteCaller(true);
                case UNMUTE_CUSTOMER -> new Directive.MuteCaller(false);
                case SAY_FIRST_MESSAGE -> new Directive.Greet();
              };
        });
  }

  private static Agent.Role role(ClientCommand.Role role) {
    return switch (role) {
      case USER -> Agent.Role.CALLER;
      case ASSISTANT -> Agent.Role.AGENT;
      case SYSTEM -> Agent.Role.INSTRUCTION;
    };
  }
}
