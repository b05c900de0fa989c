package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.OrgId;
import java.util.Optional;

/// Where access to calendars is kept, sealed. Blocks.
public interface CalendarConnections {
  Optional<CalendarConnection> find(OrgId org);

  void save(CalendarConnection connection);
}
