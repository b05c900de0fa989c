package dev.frontdesk.server;

import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.OutboxEntry;
import dev.frontdesk.durable.Reaction;
import java.time.Duration;
import java.util.List;

/// A call that has ended wants a report; a report's recordings want to go to the archive some day.
final class ReportReaction implements Reaction {
  /// The call's last lines are written beside its end, not before it.
  static final Duration LINES_SETTLE = Duration.ofSeconds(2);

  private final ServerSettings settings;

  ReportReaction(ServerSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<Job> jobs(OutboxEntry entry) {
    return switch (entry.kind()) {
      case "call.ended" ->
          List.of(Job.after(entry, ReportWork.KIND.name()).due(entry.at().plus(LINES_SETTLE)));
      case "report.made" ->
          ReportReader.archiveAfter(settings, settings.linksOf(entry.org()).reports())
              .map(wait -> Job.after(entry, ArchiveWork.KIND.name()).due(entry.at().plus(wait)))
              .stream()
              .toList();
      default -> List.of();
    };
  }
}
