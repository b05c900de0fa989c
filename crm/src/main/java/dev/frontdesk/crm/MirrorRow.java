package dev.frontdesk.crm;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What we know of a row there: enough to write only what changed, and to tell an edit from an echo
/// of our own writing.
///
/// @param record    the vendor's id of it, once written
/// @param ours      our value of each field when the sides were last compared
/// @param theirs    what stood there then
/// @param sending   what we set out to write since; nobody knows whether it arrived
/// @param writtenAt when a write was last confirmed
/// @param seenAt    when it was last read or written
public record MirrorRow(
    CrmTable table,
    String key,
    Optional<String> record,
    Map<CrmField, CellValue> ours,
    Map<CrmField, CellValue> theirs,
    Map<CrmField, CellValue> sending,
    Optional<Instant> writtenAt,
    Optional<Instant> seenAt) {

  public MirrorRow {
    ours = Map.copyOf(ours);
    theirs = Map.copyOf(theirs);
    sending = Map.copyOf(sending);
  }

  static MirrorRow unwritten(CrmTable table, String key) {
    return new MirrorRow(
        table, key, Optional.empty(), Map.of(), Map.of(), Map.of(), Optional.empty(),
        Optional.empty());
  }

  /// What is about to be sent is noted first: an attempt before it may have arrived too, so that
  /// what was sent then stays unless it is sent anew.
  MirrorRow sending(Map<CrmField, CellValue> cells) {
    return new MirrorRow(
        table, key, record, ours, theirs, with(sending, cells), writtenAt, seenAt);
  }

  MirrorRow written(String at, Map<CrmField, CellValue> cells, Instant now) {
    return new MirrorRow(
        table,
        key,
        Optional.of(at),
        with(ours, cells),
        with(theirs, cells),
        Map.of(),
        Optional.of(now),
        Optional.of(now));
  }

  /// Both sides of a field as they stand now: from here on only a change of either counts.
  MirrorRow compared(CrmField field, CellValue here, CellValue there) {
    return new MirrorRow(
        table,
        key,
        record,
        with(ours, Map.of(field, here)),
        with(theirs, Map.of(field, there)),
        without(sending, field),
        writtenAt,
        seenAt);
  }

  MirrorRow seen(Instant now) {
    return new MirrorRow(
        table, key, record, ours, theirs, sending, writtenAt, Optional.of(now));
  }

  /// Has the field written again, whatever stands there.
  MirrorRow forgetting(CrmField field) {
    return new MirrorRow(
        table, key, record, without(ours, field), theirs, sending, writtenAt, seenAt);
  }

  /// The row was deleted there and made anew: all of it is to be written.
  MirrorRow anew(String at) {
    return new MirrorRow(
        table, key, Optional.of(at), Map.of(), Map.of(), Map.of(), writtenAt, seenAt);
  }

  private static Map<CrmField, CellValue> with(
      Map<CrmField, CellValue> cells, Map<CrmField, CellValue> newer) {
    var all = new HashMap<>(cells);
    all.putAll(newer);
    return all;
  }

  private static Map<CrmField, CellValue> without(
      Map<CrmField, CellValue> cells, CrmField field) {
    var rest = new HashMap<>(cells);
    rest.remove(field);
    return rest;
  }
}
