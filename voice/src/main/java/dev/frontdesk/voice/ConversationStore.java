package dev.frontdesk.voice;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.util.Optional;

/// Keeps the newest checkpoint of each call, so that a call whose socket or process died goes on.
/// Blocks; voice calls it on the agent's thread.
public interface ConversationStore {
  /// Replaces what was kept. `json` is `ConversationCheckpoint.toJson`.
  void save(OrgId org, CallId call, String json);

  Optional<String> load(OrgId org, CallId call);

  /// Keeps nothing.
  ConversationStore NONE =
      new ConversationStore() {
        @Override
        public void save(OrgId org, CallId call, String json) {}

        @Override
        public Optional<String> load(OrgId org, CallId call) {
          return Optional.empty();
        }
      };
}
