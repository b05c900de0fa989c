package dev.frontdesk.server;

import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.JobKind;
import dev.frontdesk.durable.JobWork;
import dev.frontdesk.reporting.LocalRecordings;
import dev.frontdesk.reporting.RetentionStore;
import dev.frontdesk.reporting.RetentionStore.KeptRecording;
import dev.frontdesk.reporting.spi.RecordingStore;
import dev.frontdesk.reporting.spi.RecordingStore.Stored;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;

/// Moves a call's recordings to the archive: put there, compared, noted, and only then deleted
/// here. Each step may be done again.
final class ArchiveWork implements JobWork {
  static final JobKind KIND = new JobKind("report.archive", "s3", JobKind.Urgency.RECORD);

  private final RetentionStore kept;
  private final LocalRecordings local;
  private final Optional<RecordingStore> archive;

  ArchiveWork(RetentionStore kept, LocalRecordings local, Optional<RecordingStore> archive) {
    this.kept = kept;
    this.local = local;
    this.archive = archive;
  }

  @Override
  public JobKind kind() {
    return KIND;
  }

  @Override
  public ProviderResult<String> attempt(Job job, Attempt attempt) {
    if (archive.isEmpty()) {
      return new Ok<>("nothing to do: no archive");
    }
    int moved = 0;
    for (var recording : kept.recordings(job.org(), new CallId(job.key()))) {
      if (recording.store().equals(local.name())) {
        var result = move(recording, archive.get(), attempt.uncertain(), attempt.at());
        if (result instanceof Failed(var failure)) {
          return new Failed<>(failure);
        }
        moved++;
      } else {
        local.delete(recording.key()); // noted as moved, then the process died
      }
    }
    return new Ok<>(moved + " recordings archived");
  }

  private ProviderResult<Boolean> move(
      KeptRecording recording, RecordingStore archive, boolean uncertain, Instant now) {
    if (uncertain
        && archive.find(recording.key()) instanceof Ok(Optional<Stored> there)
        && there.filter(stored -> stored.sha256().equals(recording.sha256())).isPresent()) {
      return settled(recording, archive, now);
    }
    var file = local.file(recording.key());
    if (!Files.exists(file)) {
      return new Failed<>(
          new ProviderResult.Failure.Permanent("the recording is not in the local folder"));
    }
    return switch (archive.put(recording.key(), file)) {
      case Ok(var stored) when stored.sha256().equals(recording.sha256()) ->
          settled(recording, archive, now);
      case Ok(_) ->
          new Failed<>(
              new ProviderResult.Failure.Permanent("the recording changed since it was noted"));
      case Failed(var failure) -> new Failed<>(failure);
    };
  }

  private ProviderResult<Boolean> settled(
      KeptRecording recording, RecordingStore archive, Instant now) {
    kept.moved(recording, archive.name(), now);
    return local.delete(recording.key());
  }
}
