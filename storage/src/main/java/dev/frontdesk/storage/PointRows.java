package dev.frontdesk.storage;

import dev.frontdesk.reporting.Lead.ScoredCall;
import dev.frontdesk.reporting.LeadPoint;
import dev.frontdesk.reporting.Report;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Why leads have their scores, as rows: one for each call.
final class PointRows {
  private PointRows() {}

  /// A newer report of the call replaces what an older one gave.
  static void put(
      Handle handle, Report report, String lead, int version, List<LeadPoint> points) {
    var json = JsonNodeFactory.instance.arrayNode();
    for (var point : points) {
      json.addObject()
          .put("rule", point.rule())
          .put("points", point.points())
          .put("because", point.because());
    }
    handle.createUpdate("""
            insert into lead_points
              (org_id, lead_id, call_id, report_version, points, called_at)
            values (:org, :lead, :call, :version, :points::jsonb, :at)
            on conflict (org_id, lead_id, call_id) do update
               set report_version = excluded.report_version, points = excluded.points""")
        .bind("org", report.org().value())
        .bind("lead", lead)
        .bind("call", report.id().value())
        .bind("version", version)
        .bind("points", json.toString())
        .bind("at", report.call().endedAt())
        .execute();
  }

  /// Newest call first.
  static List<ScoredCall> since(Handle handle, OrgId org, String lead, Instant from) {
    return handle.createQuery("""
            select call_id, report_version, points, called_at from lead_points
             where org_id = :org and lead_id = :lead and called_at >= :from
             order by called_at desc, call_id""")
        .bind("org", org.value())
        .bind("lead", lead)
        .bind("from", from)
        .map((row, _) ->
            new ScoredCall(
                new CallId(row.getString("call_id")),
                row.getInt("report_version"),
                Columns.instant(row, "called_at"),
                points(row.getString("points"))))
        .list();
  }

  private static List<LeadPoint> points(String json) {
    var points = new ArrayList<LeadPoint>();
    for (var point : JsonMapper.shared().readTree(json)) {
      points.add(
          new LeadPoint(
              point.path("rule").asString(),
              point.path("points").asInt(),
              point.path("because").asString()));
    }
    return points;
  }
}
