package dev.frontdesk.server;

import dev.frontdesk.storage.ApiKey;
import java.util.Optional;

/// Finds who owns an API key.
interface ApiKeyLookup {
  Optional<ApiKey> principalOf(String key);
}
