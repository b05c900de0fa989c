package dev.frontdesk.server;

/// What follows a call or a booking, for one organisation.
public record OrganisationLinks(
    CalendarLink calendar, MessageLink messages, ReportLink reports, CrmLink crm) {
  public static final OrganisationLinks NONE =
      new OrganisationLinks(
          CalendarLink.NONE, MessageLink.NONE, ReportLink.NONE, CrmLink.NONE);

  /// Reads the sections of a configuration that it stands for.
  public static OrganisationLinks read(StrictYaml organisation) {
    return new OrganisationLinks(
        organisation.optional("calendar").map(CalendarReader::link).orElse(CalendarLink.NONE),
        organisation.optional("messages").map(MessageReader::link).orElse(MessageLink.NONE),
        organisation.optional("reports").map(ReportReader::link).orElse(ReportLink.NONE),
        organisation.optional("crm").map(CrmReader::link).orElse(CrmLink.NONE));
  }
}
