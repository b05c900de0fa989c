package dev.frontdesk.server;

import dev.frontdesk.crm.CrmNotices;
import dev.frontdesk.durable.Alarm;
import dev.frontdesk.durable.Alarms;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Clock;

/// What customer records want a person to mend, among the other alarms.
final class CrmAlarms implements CrmNotices {
  private final Alarms alarms;
  private final Clock clock;

  CrmAlarms(Alarms alarms, Clock clock) {
    this.alarms = alarms;
    this.clock = clock;
  }

  @Override
  public void raise(OrgId org, String kind, String subject, String text) {
    alarms.raise(new Alarm(org, kind, subject, text, clock.instant()));
  }

  @Override
  public void clear(OrgId org, String kind, String subject) {
    alarms.clear(org, kind, subject, clock.instant());
  }
}
