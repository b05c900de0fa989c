package dev.frontdesk.storage;

import com.google.crypto.tink.Aead;
import dev.frontdesk.vocabulary.OrgId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The one way by which a phone number, a name, an e-mail address or what was said gets into a row
/// and out again. Safe from any thread.
///
/// Sealed text is AES-256-GCM in Tink's form: a version byte and the key's id in front, so that old
/// rows stay readable after the keys were changed. It opens only in the cell it was sealed for:
/// copied to another row, column or organisation it does not.
public final class PersonalDataCodec {
  /// Long enough that two numbers of one organisation practically never share a hash, too short
  /// to be the whole HMAC.
  private static final int HASH_BYTES = 16;

  /// Tink gives every thread a source of randomness of its own and looks for a library on the whole
  /// class path when it makes one. A virtual thread is new each time, so these do it for them.
  private static final Executor SEALERS =
      Executors.newFixedThreadPool(2, Thread.ofPlatform().name("sealer-", 0).daemon().factory());

  private final Aead aead;
  private final SecretKeySpec indexKey;

  private PersonalDataCodec(Aead aead, SecretKeySpec indexKey) {
    this.aead = aead;
    this.indexKey = indexKey;
  }

  /// Keys are made and kept in `file` (mode 600) when it is not there yet.
  public static PersonalDataCodec withKeysAt(Path file) {
    var keys = DataKeys.at(file);
    return new PersonalDataCodec(keys.aead(), new SecretKeySpec(keys.indexKey(), "HmacSHA256"));
  }

  /// A new key seals what is written from now on; what is sealed stays readable, and look-ups find
  /// what they found. A server takes it up when it starts.
  ///
  /// @return how many keys there are now
  public static int rotate(Path file) {
    return DataKeys.rotate(file);
  }

  /// Where a sealed text stands.
  ///
  /// @param row the row's key within the organisation
  record Cell(OrgId org, String table, String column, String row) {
    byte[] address() {
      return Lengths.join(org.value(), table, column, row);
    }
  }

  byte[] seal(Cell cell, String text) {
    if (!Thread.currentThread().isVirtual()) {
      return sealHere(cell, text);
    }
    return CompletableFuture.supplyAsync(() -> sealHere(cell, text), SEALERS).join();
  }

  private byte[] sealHere(Cell cell, String text) {
    try {
      return aead.encrypt(text.getBytes(StandardCharsets.UTF_8), cell.address());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal " + cell.table + "." + cell.column, e);
    }
  }

  /// @throws IllegalStateException when it was sealed for another cell, with keys that are not
  ///     here, or was altered
  String open(Cell cell, byte[] sealed) {
    try {
      return new String(aead.decrypt(sealed, cell.address()), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "cannot open %s.%s: wrong keys, or not what was written"
              .formatted(cell.table, cell.column),
          e);
    }
  }

  /// By which a value is found without being told: the same value gives the same hash within one
  /// organisation, and another in every other.
  ///
  /// @param kind       `phone`, `email`, `name`: equal texts of two kinds hash apart
  /// @param normalised in the one form in which equal values are equal texts
  byte[] hash(OrgId org, String kind, String normalised) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(indexKey);
      return Arrays.copyOf(mac.doFinal(Lengths.join(org.value(), kind, normalised)), HASH_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  /// Texts one after the other, each led by its length: no two lists read the same.
  private static final class Lengths {
    static byte[] join(String... texts) {
      var all = new byte[texts.length][];
      int size = 0;
      for (int i = 0; i < texts.length; i++) {
        all[i] = texts[i].getBytes(StandardCharsets.UTF_8);
        size += Integer.BYTES + all[i].length;
      }
      var joined = ByteBuffer.allocate(size);
      for (var text : all) {
        joined.putInt(text.length).put(text);
      }
      return joined.array();
    }
  }
}
