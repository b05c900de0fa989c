package dev.frontdesk.storage;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The keys of the personal columns, in one file of two lines: Tink's keyset, which may hold old
/// keys beside the one in use, and the key of the look-up hashes. They are apart, since a new data
/// key must leave every look-up as it was.
record DataKeys(Aead aead, byte[] indexKey) {
  private static final int INDEX_KEY_BYTES = 32;

  static DataKeys at(Path file) {
    try {
      AeadConfig.register();
      if (!Files.exists(file)) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        PrivateFile.write(file, fresh());
      }
      var lines = lines(file);
      return new DataKeys(
          keyset(lines).getPrimitive(RegistryConfiguration.get(), Aead.class),
          HexFormat.of().parseHex(lines[1].strip()));
    } catch (IOException | GeneralSecurityException e) {
      throw new StorageUnavailable("cannot read or make the keys at " + file, e);
    }
  }

  /// Seals what is written from now on with a new key; the old ones stay, for what they sealed.
  /// Takes effect in a server when it starts.
  ///
  /// @return how many keys there are now
  static int rotate(Path file) {
    try {
      AeadConfig.register();
      var lines = lines(file);
      var rotated =
          KeysetHandle.newBuilder(keyset(lines))
              .addEntry(
                  KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                      .withRandomId()
                      .makePrimary())
              .build();
      PrivateFile.replace(file, json(rotated) + "\n" + lines[1].strip() + "\n");
      return rotated.size();
    } catch (IOException | GeneralSecurityException e) {
      throw new StorageUnavailable("cannot rotate the keys at " + file, e);
    }
  }

  private static String[] lines(Path file) throws IOException {
    var lines = PrivateFile.read(file).strip().split("\n");
    if (lines.length != 2) {
      throw new StorageUnavailable(file + " must have two lines, has " + lines.length);
    }
    return lines;
  }

  private static KeysetHandle keyset(String[] lines) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(lines[0], InsecureSecretKeyAccess.get());
  }

  private static String json(KeysetHandle keyset) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get())
        .replaceAll("\\s+", "");
  }

  private static String fresh() throws GeneralSecurityException {
    var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    var index = new byte[INDEX_KEY_BYTES];
    new SecureRandom().nextBytes(index);
    return json(keyset) + "\n" + HexFormat.of().formatHex(index) + "\n";
  }
}
