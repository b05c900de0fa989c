package dev.frontdesk.reporting;

import dev.frontdesk.reporting.CallRecord.Line;
import dev.frontdesk.reporting.CallRecord.Speaker;
import dev.frontdesk.vocabulary.Appointment;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A report as a document. Field names are those of Vapi's end-of-call report where it has one for
/// the thing; ours are added beside them.
public final class ReportJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ReportJson() {}

  /// @param version of this call's report, 1 for the first
  public static String write(Report report, int version) {
    var call = report.call();
    var json = JSON.objectNode();
    json.put("type", "end-of-call-report");
    json.put("schemaVersion", Report.SCHEMA);
    json.put("version", version);
    json.put("madeAt", report.madeAt().toString());
    json.set("call", call(call));
    call.startedAt().ifPresent(at -> json.put("startedAt", at.toString()));
    json.put("endedAt", call.endedAt().toString());
    json.put("endedReason", call.endedReason());
    json.put("durationSeconds", call.length().toMillis() / 1000.0);
    call.customer().ifPresent(n -> json.putObject("customer").put("number", n.e164()));
    call.number().ifPresent(n -> json.putObject("phoneNumber").put("number", n.e164()));
    json.put("assistantVersion", call.agent().value());
    json.set("participants", participants(call));
    json.put("disposition", report.disposition().value().word());
    json.set("artifact", artifact(report));
    json.set("analysis", analysis(report));
    json.set("tools", tools(call));
    json.set("bookings", bookings(call.appointments()));
    call.worth().ifPresent(worth -> json.put("worth", worth.toString()));
    cost(report.cost(), json);
    call.consent()
        .ifPresent(
            consent ->
                json.putObject("compliance")
                    .putObject("recordingConsent")
                    .put("type", consent.method())
                    .put("grantedAt", consent.at().toString())
                    .put("wordingSha256", consent.wordingHash()));
    json.set("provenance", provenance(report));
    return json.toString();
  }

  private static ObjectNode call(CallRecord call) {
    return JSON.objectNode()
        .put("id", call.call().value())
        .put("orgId", call.org().value())
        .put("type", call.type())
        .put("status", "ended")
        .put("createdAt", call.createdAt().toString());
  }

  private static ArrayNode participants(CallRecord call) {
    var all = JSON.arrayNode();
    var agent = all.addObject().put("role", "assistant").put("name", call.organisationName());
    call.number().map(PhoneNumber::e164).ifPresent(n -> agent.put("number", n));
    var caller = all.addObject().put("role", "customer");
    call.appointments().stream()
        .findFirst()
        .ifPresent(booked -> caller.put("name", booked.customer().value()));
    call.customer().map(PhoneNumber::e164).ifPresent(n -> caller.put("number", n));
    if (call.did(Act.Kind.PUT_THROUGH)) {
      all.addObject().put("role", "person");
    }
    return all;
  }

  private static ObjectNode artifact(Report report) {
    var call = report.call();
    var artifact = JSON.objectNode();
    var messages = artifact.putArray("messages");
    for (var line : call.lines()) {
      messages
          .addObject()
          .put("role", role(line))
          .put("message", line.text().text())
          .put("time", line.at().toEpochMilli())
          .put("secondsFromStart", fromStart(call, line));
    }
    artifact.put("transcript", text(call.lines()));
    artifact.put("cleanedTranscript", text(report.cleaned()));
    var recordings = artifact.putArray("recordings");
    for (var recording : call.recordings()) {
      recordings
          .addObject()
          .put("legId", recording.leg().value())
          .put("store", recording.store())
          .put("key", recording.key())
          .put("bytes", recording.bytes())
          .put("channels", "caller left, agent right");
    }
    artifact.set("performanceMetrics", metrics(call));
    return artifact;
  }

  private static double fromStart(CallRecord call, Line line) {
    var start = call.startedAt().orElse(call.createdAt());
    return Math.max(0, line.at().toEpochMilli() - start.toEpochMilli()) / 1000.0;
  }

  private static ObjectNode metrics(CallRecord call) {
    var metrics = JSON.objectNode();
    var turns = metrics.putArray("turnLatencies");
    for (var turn : call.turns()) {
      turns
          .addObject()
          .put("turn", turn.turn())
          .put("endpointingLatency", turn.endpointingMs())
          .put("modelLatency", turn.languageMs())
          .put("voiceLatency", turn.speechMs())
          .put("turnLatency", turn.totalMs());
    }
    average(metrics, "endpointingLatencyAverage", call, CallRecord.Turn::endpointingMs);
    average(metrics, "modelLatencyAverage", call, CallRecord.Turn::languageMs);
    average(metrics, "voiceLatencyAverage", call, CallRecord.Turn::speechMs);
    average(metrics, "turnLatencyAverage", call, CallRecord.Turn::totalMs);
    metrics.put(
        "numAssistantInterrupted",
        call.acts().stream().filter(act -> act.kind() == Act.Kind.BARGED_IN).count());
    return metrics;
  }

  private static void average(
      ObjectNode metrics,
      String name,
      CallRecord call,
      java.util.function.ToIntFunction<CallRecord.Turn> part) {
    call.turns().stream()
        .mapToInt(part)
        .average()
        .ifPresent(mean -> metrics.put(name, Math.round(mean)));
  }

  private static ObjectNode analysis(Report report) {
    var analysis = report.analysis();
    var json = JSON.objectNode();
    json.put("summary", analysis.summary().value());
    json.put("successEvaluation", String.valueOf(analysis.success().value()));
    report.structured().ifPresent(data -> {
      json.set("structuredData", data.value().values());
      var objections = json.putArray("structuredDataObjections");
      data.value().objections().forEach(objections::add);
    });
    json.set("intent", finding(analysis.intent(), analysis.intent().value().word()));
    json.set("sentiment", finding(analysis.sentiment(), analysis.sentiment().value().word()));
    var tags = json.putArray("tags");
    analysis.tags().forEach(tag -> tags.add(finding(tag, tag.value().word())));
    var phrases = json.putArray("keyPhrases");
    analysis.keyPhrases().forEach(phrase -> phrases.add(finding(phrase, phrase.value())));
    return json;
  }

  private static ObjectNode finding(Finding<?> finding, String value) {
    return JSON.objectNode()
        .put("value", value)
        .put("confidence", Math.round(finding.confidence() * 100) / 100.0)
        .put("producedBy", finding.by());
  }

  private static ArrayNode tools(CallRecord call) {
    var tools = JSON.arrayNode();
    for (var act : call.acts()) {
      if (act.kind().isTool()) {
        var tool = tools.addObject().put("name", act.kind().word()).put("at", act.at().toString());
        act.subject().ifPresent(subject -> tool.put("subject", subject));
      }
    }
    return tools;
  }

  private static ArrayNode bookings(List<Appointment> appointments) {
    var bookings = JSON.arrayNode();
    for (var booking : appointments) {
      bookings
          .addObject()
          .put("id", booking.id().value())
          .put("version", booking.version())
          .put("state", booking.state().name().toLowerCase(java.util.Locale.ROOT))
          .put("service", booking.serviceName())
          .put("start", booking.slot().start().toString())
          .put("end", booking.slot().end().toString())
          .put("timeZone", booking.zone().getId());
    }
    return bookings;
  }

  private static void cost(CallCost cost, ObjectNode json) {
    json.put("cost", cost.total());
    json.put("currency", cost.currency().getCurrencyCode());
    json.putObject("costBreakdown")
        .put("transport", cost.of("transport"))
        .put("stt", cost.of("transcriber"))
        .put("llm", cost.of("model"))
        .put("tts", cost.of("voice"))
        .put("total", cost.total());
    var costs = json.putArray("costs");
    for (var part : cost.parts()) {
      costs
          .addObject()
          .put("type", part.name())
          .put(part.unit(), part.quantity())
          .put("cost", part.amount());
    }
  }

  private static ArrayNode provenance(Report report) {
    var all = JSON.arrayNode();
    for (var origin : report.origins()) {
      all.addObject()
          .put("part", origin.part())
          .put("producedBy", origin.by())
          .put("confidence", Math.round(origin.confidence() * 100) / 100.0);
    }
    return all;
  }

  static String text(List<Line> lines) {
    return lines.stream()
        .map(
            line -> (line.speaker() == Speaker.AGENT ? "AI: " : "User: ") + line.text().text())
        .collect(Collectors.joining("\n"));
  }

  private static String role(Line line) {
    return switch (line.speaker()) {
      case AGENT -> "bot";
      case CALLER -> "user";
    };
  }
}
