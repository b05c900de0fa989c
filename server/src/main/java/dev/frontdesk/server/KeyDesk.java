package dev.frontdesk.server;

import dev.frontdesk.storage.ApiKey;
import dev.frontdesk.storage.PersonalDataCodec;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Secret;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Makes API keys from the command line, whether or not a server runs on the same data.
public final class KeyDesk implements AutoCloseable {
  private final Storage storage;

  private KeyDesk(Storage storage) {
    this.storage = storage;
  }

  /// Settings for the embedded database in `data` and nothing else.
  public static ServerSettings embedded(Path data) {
    return new ServerSettings(
        data,
        Optional.empty(),
        "127.0.0.1",
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        SpeechSettings.LOCAL,
        ServerSettings.TurnSettings.DEFAULT,
        List.of(),
        FollowingSettings.DEFAULT,
        Clock.systemUTC());
  }

  /// A new key for personal data, in use from the next start.
  ///
  /// @return how many keys there are now
  public static int rotate(ServerSettings settings) {
    return PersonalDataCodec.rotate(StorageWiring.storageSettings(settings).keysFile());
  }

  public static KeyDesk open(ServerSettings settings) {
    return new KeyDesk(Storage.openBesideServer(StorageWiring.storageSettings(settings)));
  }

  /// @param organisation an id, or a name without regard to case
  /// @return the key, for the last time; empty when there is no such organisation
  public Optional<Secret> create(String organisation, ApiKey.Scope scope, String label) {
    return find(organisation).map(org -> storage.apiKeys().create(org, scope, label));
  }

  private Optional<OrgId> find(String organisation) {
    var byName = storage.organisations().named(organisation);
    if (byName.isPresent()) {
      return byName;
    }
    try {
      var id = new OrgId(organisation);
      return storage.organisations().find(id).map(_ -> id);
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    storage.close();
  }
}
