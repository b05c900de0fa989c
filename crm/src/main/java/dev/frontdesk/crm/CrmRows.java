package dev.frontdesk.crm;

import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Optional;

/// Where it is kept what is to be written and what was. Blocks; each method is one transaction.
public interface CrmRows {

  /// Something to be written.
  ///
  /// @param mark      rises each time it is marked again
  /// @param changedAt when it last changed
  record Waiting(CrmSubject subject, long mark, Instant changedAt) {}

  /// Something that cannot be written until a person acts, while the rest goes on.
  record SetAside(CrmSubject subject, String why, Instant changedAt) {}

  /// Marking what was set aside has it tried again.
  void mark(OrgId org, List<CrmSubject> subjects, Instant changedAt);

  /// Those marked longest ago, first; without those set aside.
  List<Waiting> waiting(OrgId org, int limit);

  Optional<Instant> changedAt(OrgId org, CrmSubject subject);

  /// What was marked again meanwhile goes on waiting.
  void done(OrgId org, List<Waiting> written);

  void setAside(OrgId org, Waiting waiting, String why);

  List<SetAside> setAside(OrgId org);

  /// @return how many are tried again
  int tryAgain(OrgId org);

  /// The key of the row that stands for each of these persons, by identity; the same for the same
  /// identity.
  Map<String, String> contacts(OrgId org, Collection<String> identities, Instant now);

  /// By key; those never written are absent.
  Map<String, MirrorRow> rows(OrgId org, CrmTable table, Collection<String> keys);

  /// Those of several tables.
  List<MirrorRow> rows(OrgId org, Map<CrmTable, Set<String>> keys);

  /// By record; those that are none of ours are absent.
  Map<String, MirrorRow> byRecords(OrgId org, CrmTable table, Collection<String> records);

  /// The rows that stand for a booking: its appointment, then its contact and what links to it.
  List<MirrorRow> of(OrgId org, BookingId booking);

  /// @param booking which the rows stand for, by row key, where they do for one
  void save(OrgId org, List<MirrorRow> rows, Map<String, BookingId> booking);

  /// Notes that these were looked at and were as we knew them.
  void seen(OrgId org, CrmTable table, Collection<String> keys, Instant now);
}
