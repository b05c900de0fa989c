package dev.frontdesk.durable;

import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.List;

/// Alarms that stand until what they tell of is mended. Blocks.
public interface Alarms {
  /// Raising one that stands changes its text and nothing else.
  void raise(Alarm alarm);

  /// Nothing happens when none stands.
  void clear(OrgId org, String kind, String subject, Instant at);

  List<Alarm> standing(OrgId org);
}
