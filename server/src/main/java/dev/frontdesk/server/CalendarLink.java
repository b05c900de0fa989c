package dev.frontdesk.server;

import dev.frontdesk.booking.CalendarPlan;
import dev.frontdesk.integrations.google.GoogleAccount;
import java.util.Optional;

/// What one organisation has set up for calendars.
///
/// @param plan    which calendars it has; empty when it has none
/// @param service the service account they are shared with; empty where somebody gives access
public record CalendarLink(
    Optional<CalendarPlan> plan, Optional<GoogleAccount.Service> service) {
  public static final CalendarLink NONE = new CalendarLink(Optional.empty(), Optional.empty());
}
