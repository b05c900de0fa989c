package dev.frontdesk.server;

/// What follows a call or a booking, for the whole server.
public record FollowingSettings(
    CalendarSettings calendar,
    MessageSettings messages,
    ReportSettings reports,
    CrmSettings crm,
    JobSettings jobs) {
  public static final FollowingSettings DEFAULT =
      new FollowingSettings(
          CalendarSettings.DEFAULT,
          MessageSettings.DEFAULT,
          ReportSettings.DEFAULT,
          CrmSettings.DEFAULT,
          JobSettings.DEFAULT);

  /// Reads the sections of a configuration that it stands for.
  public static FollowingSettings read(StrictYaml root) {
    return new FollowingSettings(
        root.optional("calendar").map(CalendarReader::settings).orElse(CalendarSettings.DEFAULT),
        root.optional("messages").map(MessageReader::settings).orElse(MessageSettings.DEFAULT),
        root.optional("reports").map(ReportReader::settings).orElse(ReportSettings.DEFAULT),
        root.optional("crm").map(CrmReader::settings).orElse(CrmSettings.DEFAULT),
        root.optional("jobs").map(JobReader::settings).orElse(JobSettings.DEFAULT));
  }
}
