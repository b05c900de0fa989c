package dev.frontdesk.integrations.vapi;

import dev.frontdesk.vocabulary.CallId;

/// Who carries out what clients ask for. Called on the call's loop.
@FunctionalInterface
public interface ClientCommands {
  /// @return false when the conversation is over: counted as an unknown message, and answered so
  boolean asked(CallId call, ClientCommand command);
}
