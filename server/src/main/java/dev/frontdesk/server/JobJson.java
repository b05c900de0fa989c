package dev.frontdesk.server;

import dev.frontdesk.durable.DeadLetters.AttemptRecord;
import dev.frontdesk.durable.DeadLetters.JobRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Jobs as the API shows them.
final class JobJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private JobJson() {}

  static Map<String, Object> job(JobRecord record) {
    var job = record.job();
    var json = new LinkedHashMap<String, Object>();
    json.put("id", job.id());
    json.put("kind", job.kind());
    json.put("key", job.key());
    json.put("state", record.state().wire());
    json.put("payload", JSON.readTree(job.payload()));
    json.put("traceId", job.trace().value());
    json.put("attempts", record.attempts());
    json.put("uncertain", record.uncertain());
    json.put("plannedAt", record.plannedAt().toString());
    json.put("dueAt", job.dueAt().toString());
    job.deadline().ifPresent(at -> json.put("deadline", at.toString()));
    record.endedAt().ifPresent(at -> json.put("endedAt", at.toString()));
    record.failure().ifPresent(why -> json.put("errorClass", why.wire()));
    record.detail().ifPresent(detail -> json.put("detail", detail));
    return json;
  }

  static Map<String, Object> attempt(AttemptRecord attempt) {
    return Map.of(
        "number", attempt.number(),
        "uncertain", attempt.uncertain(),
        "startedAt", attempt.startedAt().toString(),
        "endedAt", attempt.endedAt().toString(),
        "result", attempt.result(),
        "detail", attempt.detail());
  }
}
