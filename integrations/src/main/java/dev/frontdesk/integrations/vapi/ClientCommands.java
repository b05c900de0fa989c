package dev.frontdesk.integrations.vapi;

import dev.frontdesk.vocabulary.CallId;

/// Who carries out what clients ask for. Called on the call's loop.
@FunctionalInterface
public interface ClientCommands {
  /// @return false when this cannot be done here: it is then counted as an unknown message
  boolean asked(CallId call, ClientCommand command);
}
