package dev.frontdesk.reporting;

import dev.frontdesk.vocabulary.AgentVersion;
import dev.frontdesk.vocabulary.Appointment;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.LegId;
import dev.frontdesk.vocabulary.Money;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.Transcript;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is known of a call that has ended, before anybody thinks about it. Prints its personal
/// parts redacted.
///
/// @param type         how it came about, in the wire's words (`inboundPhoneCall`)
/// @param customer     the party that is not the organisation: by the number that came with the
///     call, or else by the one given for a call back
/// @param lines        as recognised and as heard, in order
/// @param acts         what the agent did at the desk, in order
/// @param appointments what was booked, moved or cancelled in the call, as it stands now
/// @param worth        what those appointments cost, by the catalogue
/// @param consent      when the caller was told of the recording and stayed
public record CallRecord(
    OrgId org,
    String organisationName,
    CallId call,
    String type,
    Optional<PhoneNumber> customer,
    Optional<PhoneNumber> number,
    AgentVersion agent,
    Instant createdAt,
    Optional<Instant> startedAt,
    Instant endedAt,
    String endedReason,
    List<Line> lines,
    List<Turn> turns,
    List<Act> acts,
    List<Appointment> appointments,
    Optional<Money> worth,
    List<Recording> recordings,
    Optional<Consent> consent) {

  public CallRecord {
    lines = List.copyOf(lines);
    turns = List.copyOf(turns);
    acts = List.copyOf(acts);
    appointments = List.copyOf(appointments);
    recordings = List.copyOf(recordings);
  }

  public enum Speaker {
    CALLER,
    AGENT
  }

  public record Line(Speaker speaker, Transcript text, Instant at) {}

  /// Where the time went before the agent's answer, in milliseconds.
  public record Turn(
      int turn, int endpointingMs, int languageMs, int speechMs, int overheadMs) {
    public int totalMs() {
      return endpointingMs + languageMs + speechMs + overheadMs;
    }
  }

  /// @param store which recording store has it, as `local`
  /// @param bytes of a stereo WAV file: the caller on the left, the agent on the right
  public record Recording(LegId leg, String store, String key, long bytes, String sha256) {}

  public record Consent(Instant at, String method, String wordingHash) {}

  /// How long audio flowed; nothing when nobody ever was connected.
  public Duration length() {
    return startedAt.map(start -> Duration.between(start, endedAt)).orElse(Duration.ZERO);
  }

  public boolean did(Act.Kind kind) {
    return acts.stream().anyMatch(act -> act.kind() == kind);
  }

  /// Whether the other side said anything at all.
  public boolean callerSpoke() {
    return lines.stream().anyMatch(l -> l.speaker() == Speaker.CALLER && !l.text().isBlank());
  }

  /// All lines with who spoke, payment cards masked: what may be shown to a model.
  public Transcript masked() {
    return new Transcript(TranscriptCleaner.masked(ReportJson.text(lines)));
  }
}
