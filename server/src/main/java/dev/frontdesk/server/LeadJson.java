package dev.frontdesk.server;

import dev.frontdesk.reporting.FollowUp;
import dev.frontdesk.reporting.Lead;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Leads and follow-ups as JSON.
final class LeadJson {
  private static final int LONGEST_REASON = 2_000;

  private LeadJson() {}

  static Map<String, Object> lead(Lead lead) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", lead.id());
    json.put("stage", lead.stage().word());
    json.put("score", lead.score());
    json.put("scoredBy", lead.points().stream().map(LeadJson::call).toList());
    var customer = new LinkedHashMap<String, Object>();
    customer.put("number", lead.phone().e164());
    lead.name().ifPresent(name -> customer.put("name", name.value()));
    json.put("customer", customer);
    json.put("firstSeenAt", lead.firstSeen().toString());
    json.put("lastSeenAt", lead.lastSeen().toString());
    return json;
  }

  private static Map<String, Object> call(Lead.ScoredCall call) {
    return Map.of(
        "callId", call.call().value(),
        "reportVersion", call.reportVersion(),
        "at", call.at().toString(),
        "points",
            call.points().stream()
                .map(
                    point ->
                        Map.<String, Object>of(
                            "rule", point.rule(),
                            "points", point.points(),
                            "because", point.because()))
                .toList());
  }

  static Map<String, Object> followUp(FollowUp followUp) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", followUp.id());
    json.put("callId", followUp.call().value());
    followUp.lead().ifPresent(lead -> json.put("leadId", lead));
    json.put("kind", followUp.kind().word());
    json.put("title", followUp.title());
    followUp.phone().ifPresent(phone -> json.put("callBackNumber", phone.e164()));
    json.put("rule", followUp.rule());
    json.put("state", followUp.state().word());
    json.put("dueAt", followUp.dueAt().toString());
    json.put("createdAt", followUp.createdAt().toString());
    followUp
        .decision()
        .ifPresent(
            decision ->
                json.put(
                    "decision",
                    Map.of(
                        "act", decision.act().word(),
                        "by", decision.by(),
                        "why", decision.why(),
                        "at", decision.at().toString())));
    return json;
  }

  /// The reason in `{"why": "…"}`; none without a body.
  static String why(@Nullable Map<String, Object> body) {
    if (body == null || body.isEmpty()) {
      return "";
    }
    if (body.size() == 1 && body.get("why") instanceof String why
        && why.length() <= LONGEST_REASON) {
      return why;
    }
    throw new ApiErrors.BadRequest(
        List.of("the body may have 'why', a text up to " + LONGEST_REASON + " characters"));
  }
}
