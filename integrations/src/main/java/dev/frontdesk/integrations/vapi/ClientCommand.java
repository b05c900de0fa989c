package dev.frontdesk.integrations.vapi;

import dev.frontdesk.vocabulary.Transcript;

/// What a client may ask of a running call on its socket, besides ending it.
public sealed interface ClientCommand {

  /// Speak this.
  record Say(
      Transcript content,
      boolean endCallAfterSpoken,
      boolean interruptionsEnabled,
      boolean interruptAssistantEnabled)
      implements ClientCommand {}

  /// Put this into the conversation as if `role` had said it.
  ///
  /// @param triggerResponse whether the agent answers it at once
  record AddMessage(Role role, Transcript content, boolean triggerResponse)
      implements ClientCommand {}

  record Control(Switch what) implements ClientCommand {}

  /// Whose message it is; `developer` is another word for `system`.
  enum Role {
    USER,
    ASSISTANT,
    SYSTEM
  }

  enum Switch {
    MUTE_ASSISTANT("mute-assistant"),
    UNMUTE_ASSISTANT("unmute-assistant"),
    MUTE_CUSTOMER("mute-customer"),
    UNMUTE_CUSTOMER("unmute-customer"),
    SAY_FIRST_MESSAGE("say-first-message");

    private final String wire;

    Switch(String wire) {
      this.wire = wire;
    }

    String wire() {
      return wire;
    }
  }
}
