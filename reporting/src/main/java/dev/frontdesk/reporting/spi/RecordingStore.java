package dev.frontdesk.reporting.spi;

import dev.frontdesk.vocabulary.LegId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/// Where recordings lie. Blocks.
public interface RecordingStore {
  /// As reports name it: `local`, `s3`.
  String name();

  /// Puts a finished file there. The same key and content twice is one recording; other content
  /// under a key that is taken replaces it.
  ///
  /// - Unconfirmed: it may be there; `find` tells, and putting it again does no harm
  /// - Permanent: the place refuses it until somebody mends something
  ProviderResult<Stored> put(Key key, Path file);

  /// Empty when there is none under the key.
  ProviderResult<Optional<Stored>> find(Key key);

  /// The bytes, for the caller to close; empty when there is none under the key.
  ProviderResult<Optional<InputStream>> open(Key key);

  /// @return whether there was one; deleting what is not there is no failure
  ProviderResult<Boolean> delete(Key key);

  record Key(OrgId org, LegId leg) {
    public Key {
      if (dots(org.value()) || dots(leg.value())) {
        throw new IllegalArgumentException("an id of dots alone would leave its folder");
      }
    }

    /// `ORG/LEG.wav`, below whatever the store begins with.
    public String path() {
      return org.value() + "/" + leg.value() + ".wav";
    }

    private static boolean dots(String id) {
      return id.matches("\\.+");
    }
  }

  /// @param where  the store's own name for the place, without credentials
  /// @param sha256 of the content, 64 hex digits
  record Stored(String where, long bytes, String sha256) {}
}
