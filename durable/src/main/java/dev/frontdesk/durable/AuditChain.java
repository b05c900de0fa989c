package dev.frontdesk.durable;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// One organisation's audit log as a hash chain: each record's hash covers the one before, so that
/// a record changed, dropped, added or moved afterwards shows. Pure.
///
/// Whoever may rewrite the whole table can rewrite the chain too; against that, compare the head
/// with one that was noted elsewhere.
public final class AuditChain {
  /// Stands for the hash before the first.
  public static final String START = "0".repeat(64);

  private AuditChain() {}

  /// Where a chain ends.
  ///
  /// @param seq 0 for an empty chain
  public record Head(long seq, String hash) {
    public static final Head EMPTY = new Head(0, START);
  }

  public sealed interface Verdict {
    record Intact(Head head) implements Verdict {}

    /// @param seq where the chain stops being what was written
    record Broken(long seq, String why) implements Verdict {}
  }

  public static AuditRecord next(Head head, AuditEntry entry) {
    long seq = head.seq + 1;
    return new AuditRecord(seq, entry, head.hash, hash(seq, entry, head.hash));
  }

  /// Reads a chain from its first record to its last.
  ///
  /// @param noted the head as it is known from elsewhere: shows when the newest records are missing
  public static Verdict verify(Iterable<AuditRecord> records, Head noted) {
    var head = Head.EMPTY;
    for (var record : records) {
      if (record.seq() != head.seq + 1) {
        return new Verdict.Broken(head.seq + 1, "missing, next is " + record.seq());
      }
      if (!record.previousHash().equals(head.hash)) {
        return new Verdict.Broken(record.seq(), "does not follow the record before it");
      }
      if (!record.hash().equals(hash(record.seq(), record.entry(), record.previousHash()))) {
        return new Verdict.Broken(record.seq(), "is not what was written");
      }
      head = new Head(record.seq(), record.hash());
    }
    return head.equals(noted)
        ? new Verdict.Intact(head)
        : new Verdict.Broken(
            head.seq + 1, "chain ends at %d, noted was %d".formatted(head.seq, noted.seq));
  }

  static String sha256(String text) {
    return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String hash(long seq, AuditEntry entry, String previousHash) {
    var digest = digest();
    digest.update(HexFormat.of().parseHex(previousHash));
    return HexFormat.of().formatHex(digest.digest(canonical(seq, entry)));
  }

  /// Each text is led by its length, so that no two entries read the same.
  private static byte[] canonical(long seq, AuditEntry entry) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(1); // version of this form
      out.writeLong(seq);
      out.writeLong(entry.at().getEpochSecond());
      out.writeInt(entry.at().getNano());
      for (var text : new String[] {
        entry.org().value(), entry.actor(), entry.action(), entry.object(), entry.changesHash()
      }) {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // an array never fails
    }
    return bytes.toByteArray();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
