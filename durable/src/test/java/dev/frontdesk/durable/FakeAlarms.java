package dev.frontdesk.durable;

import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Alarms in memory.
public final class FakeAlarms implements Alarms {
  private final Map<String, Alarm> standing = new LinkedHashMap<>();

  @Override
  public void raise(Alarm alarm) {
    standing.merge(
        key(alarm.org(), alarm.kind(), alarm.subject()),
        alarm,
        (old, changed) ->
            new Alarm(old.org(), old.kind(), old.subject(), changed.text(), old.raisedAt()));
  }

  @Override
  public void clear(OrgId org, String kind, String subject, Instant at) {
    standing.remove(key(org, kind, subject));
  }

  @Override
  public List<Alarm> standing(OrgId org) {
    return standing.values().stream().filter(alarm -> alarm.org().equals(org)).toList();
  }

  private static String key(OrgId org, String kind, String subject) {
    return org.value() + " " + kind + " " + subject;
  }
}
