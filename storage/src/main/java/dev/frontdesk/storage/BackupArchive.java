package dev.frontdesk.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/// A tar.gz, readable by its owner only, whose last entry lists every file with its SHA-256. It has
/// its name only once it is whole.
final class BackupArchive implements AutoCloseable {
  static final String MANIFEST = "MANIFEST.sha256";

  private static final int FILE = 0600;
  private static final int FOLDER = 0700;

  private final Path target;
  private final Path unfinished;
  private final TarArchiveOutputStream tar;
  private final StringBuilder manifest = new StringBuilder();

  private BackupArchive(Path target, Path unfinished, OutputStream out) {
    this.target = target;
    this.unfinished = unfinished;
    this.tar = new TarArchiveOutputStream(out, "UTF-8");
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
  }

  static BackupArchive create(Path target) throws IOException {
    var unfinished = target.resolveSibling(target.getFileName() + ".part");
    Files.deleteIfExists(unfinished);
    PrivateFile.write(unfinished, "");
    var fast = new GzipParameters();
    fast.setCompressionLevel(1); // a backup shares the machine with live calls
    var out =
        new GzipCompressorOutputStream(
            new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16), fast);
    return new BackupArchive(target, unfinished, out);
  }

  void folder(String name) throws IOException {
    var entry = new TarArchiveEntry(name);
    entry.setMode(FOLDER);
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }

  void text(String name, String text) throws IOException {
    byte[] content = Backup.bytes(text);
    var entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    entry.setMode(FILE);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
    note(name, digest().digest(content));
  }

  /// A file that may change meanwhile: what it had when it was opened, no more and no less. A file
  /// that has gone is left out.
  void file(String name, Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      long size = Files.size(file);
      var entry = new TarArchiveEntry(name);
      entry.setSize(size);
      entry.setMode(FILE);
      tar.putArchiveEntry(entry);
      var digest = digest();
      byte[] piece = new byte[1 << 16];
      for (long left = size; left > 0; ) {
        int n = in.readNBytes(piece, 0, (int) Math.min(left, piece.length));
        if (n == 0) {
          java.util.Arrays.fill(piece, (byte) 0); // it shrank: the log tells what stood here
          n = (int) Math.min(left, piece.length);
        }
        tar.write(piece, 0, n);
        digest.update(piece, 0, n);
        left -= n;
      }
      tar.closeArchiveEntry();
      note(name, digest.digest());
    } catch (NoSuchFileException gone) {
      // dropped while we copied; if it matters, the log says so
    }
  }

  private void note(String name, byte[] sha256) {
    manifest.append(HexFormat.of().formatHex(sha256)).append("  ").append(name).append('\n');
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// Completes it only when nothing was thrown before: an archive without its manifest is none.
  void finish() throws IOException {
    text(MANIFEST, manifest.toString());
    tar.close();
    Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(unfinished)) {
      try {
        tar.close();
      } catch (IOException cutShort) {
        // an entry was left open by what went wrong before
      }
      Files.deleteIfExists(unfinished);
    }
  }
}
