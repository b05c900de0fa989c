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
      var lines = PrivateFile.read(file).strip().split("\n");
      if (lines.length != 2) {
        throw new StorageUnavailable(file + " must have two lines, has " + lines.length);
      }
      var keyset =
          TinkJsonProtoKeysetFormat.parseKeyset(lines[0], InsecureSecretKeyAccess.get());
      return new DataKeys(
          keyset.getPrimitive(RegistryConfiguration.get(), Aead.class),
          HexFormat.of().parseHex(lines[1].strip()));
    } catch (IOException | GeneralSecurityException e) {
      throw new StorageUnavailable("cannot read or make the keys at " + file, e);
    }
  }

  private static String fresh() throws GeneralSecurityException {
    var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    var json = TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
    var index = new byte[INDEX_KEY_BYTES];
    new SecureRandom().nextBytes(index);
    return json.replaceAll("\\s+", "") + "\n" + HexFormat.of().formatHex(index) + "\n";
  }
}
