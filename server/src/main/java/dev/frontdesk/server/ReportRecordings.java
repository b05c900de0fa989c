package dev.frontdesk.server;

import dev.frontdesk.integrations.s3.S3Recordings;
import dev.frontdesk.reporting.LocalRecordings;
import dev.frontdesk.reporting.spi.RecordingStore;
import java.util.Optional;

/// Where recordings may lie: on this machine, and in the archive if there is one.
record ReportRecordings(LocalRecordings local, Optional<S3Recordings> archive)
    implements AutoCloseable {

  static ReportRecordings of(ServerSettings settings) {
    return new ReportRecordings(
        new LocalRecordings(settings.dataDir().resolve("recordings")),
        settings.following().reports().archive().map(S3Recordings::open));
  }

  /// Empty when the archive that had it is configured no more.
  Optional<RecordingStore> named(String name) {
    if (name.equals(local.name())) {
      return Optional.of(local);
    }
    return archive.<RecordingStore>map(s3 -> s3).filter(store -> store.name().equals(name));
  }

  @Override
  public void close() {
    archive.ifPresent(S3Recordings::close);
  }
}
