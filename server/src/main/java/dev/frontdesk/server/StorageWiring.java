package dev.frontdesk.server;

import dev.frontdesk.server.FrontdeskServer.OpeningStorage;
import dev.frontdesk.dialog.ScriptedAgents;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.storage.StorageSettings;
import dev.frontdesk.storage.StorageSettings.Database;
import dev.frontdesk.vocabulary.AgentVersion;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Secret;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Everything that is kept.
@Configuration(proxyBeanMethods = false)
class StorageWiring {

  @Bean(destroyMethod = "close")
  Storage storage(OpeningStorage opening) {
    return opening.await();
  }

  @Bean
  ApiKeyLookup apiKeyLookup(Storage storage) {
    return key -> key.isEmpty() ? Optional.empty() : storage.apiKeys().authenticate(new Secret(key));
  }

  static StorageSettings storageSettings(ServerSettings settings) {
    var embedded = StorageSettings.embedded(settings.dataDir(), settings.clock());
    return settings
        .database()
        .map(
            own ->
                new StorageSettings(
                    new Database.Server(own.url(), own.ownerPassword(), own.appPassword()),
                    embedded.keysFile(),
                    settings.clock(),
                    embedded.connections()))
        .orElse(embedded);
  }

  /// Calls record who spoke: the agent's rules and words, and the catalogue it went by.
  static AgentVersion speak(Storage storage, OrgId org) {
    var catalogue = storage.organisations().version(org);
    var speaks =
        new AgentVersion(ScriptedAgents.version(Locale.US).value() + "-c" + catalogue);
    if (!storage.numbers().agent(org).equals(speaks)) {
      storage.organisations().speaks(org, speaks);
    }
    return speaks;
  }

  /// Brings up the database and writes down the organisations that are configured.
  static Storage open(ServerSettings settings) {
    var storage = Storage.open(storageSettings(settings));
    try {
      for (var organisation : settings.organisations()) {
        storage.organisations().save(organisation.catalogue(), organisation.numbers());
        speak(storage, organisation.org());
      }
      return storage;
    } catch (RuntimeException failed) {
      storage.close();
      throw failed;
    }
  }
}
