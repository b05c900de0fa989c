package dev.frontdesk.storage;

import dev.frontdesk.reporting.RetentionKind;
import java.util.List;

/// Which rows each kind of retention is about.
final class RetentionSql {
  private static final String NOT_HELD = """

       and not exists (select 1 from legal_holds h
             where h.org_id = :org and h.lifted_at is null
               and (h.scope = 'ORGANISATION' or h.subject = c.call_id))""";

  private RetentionSql() {}

  /// Calls, or leads, that are due: `:org`, `:before`, `:limit`.
  static String due(RetentionKind kind) {
    return switch (kind) {
      case RECORDING ->
          "select distinct c.call_id, c.ended_at from recordings c"
              + " where c.org_id = :org and c.ended_at < :before"
              + NOT_HELD
              + " order by c.ended_at, c.call_id limit :limit";
      case TRANSCRIPT ->
          calls(
              "exists (select 1 from transcript_lines t"
                  + " where t.org_id = :org and t.call_id = c.call_id)"
                  + " or exists (select 1 from conversations v"
                  + " where v.org_id = :org and v.call_id = c.call_id)");
      case REPORT ->
          calls(
              "exists (select 1 from reports r"
                  + " where r.org_id = :org and r.call_id = c.call_id)");
      case LEAD -> """
          select l.lead_id from leads l
           where l.org_id = :org and l.last_seen < :before
             and not exists (select 1 from legal_holds h
                   where h.org_id = :org and h.lifted_at is null
                     and (h.scope = 'ORGANISATION' or h.subject in
                       (select p.call_id from lead_points p
                         where p.org_id = :org and p.lead_id = l.lead_id)))
           order by l.last_seen, l.lead_id limit :limit""";
    };
  }

  private static String calls(String kept) {
    return "select c.call_id from calls c where c.org_id = :org and c.ended_at < :before and ("
        + kept
        + ")"
        + NOT_HELD
        + " order by c.ended_at, c.call_id limit :limit";
  }

  /// What goes of one call or lead: `:org`, `:id`.
  static List<String> erase(RetentionKind kind) {
    return switch (kind) {
      case RECORDING -> List.of("delete from recordings where org_id = :org and call_id = :id");
      case TRANSCRIPT ->
          List.of(
              "delete from transcript_lines where org_id = :org and call_id = :id",
              "delete from conversations where org_id = :org and call_id = :id");
      case REPORT -> List.of("delete from reports where org_id = :org and call_id = :id");
      case LEAD ->
          List.of(
              "delete from lead_points where org_id = :org and lead_id = :id",
              "delete from lead_moves where org_id = :org and lead_id = :id",
              "delete from follow_ups where org_id = :org and lead_id = :id",
              "delete from leads where org_id = :org and lead_id = :id");
    };
  }
}
