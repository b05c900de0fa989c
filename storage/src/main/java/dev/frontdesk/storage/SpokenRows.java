package dev.frontdesk.storage;

import dev.frontdesk.storage.PersonalDataCodec.Cell;
import dev.frontdesk.telephony.SpokenLine;
import dev.frontdesk.telephony.TurnTiming;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Transcript;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/// What was said in a call, and how long it took to answer, as rows.
final class SpokenRows {
  private final PersonalDataCodec codec;

  SpokenRows(PersonalDataCodec codec) {
    this.codec = codec;
  }

  static final String LINE =
      """
      insert into transcript_lines (org_id, call_id, speaker, text_sealed, spoken_at)
      values (:org, :call, :speaker, :sealed, :at)""";

  static final String TURN =
      """
      insert into turns
        (org_id, call_id, turn, endpointing_ms, language_ms, speech_ms, overhead_ms)
      values (:org, :call, :turn, :endpointing, :language, :speech, :overhead)
      on conflict (org_id, call_id, turn) do nothing""";

  void bind(Update insert, OrgId org, CallId call, SpokenLine line) {
    insert
        .bind("call", call.value())
        .bind("speaker", line.speaker().name())
        .bind("sealed", codec.seal(text(org, call), line.text().text()))
        .bind("at", line.at());
  }

  List<SpokenLine> transcript(Handle handle, OrgId org, CallId call) {
    return handle.createQuery("""
            select speaker, text_sealed, spoken_at from transcript_lines
             where org_id = :org and call_id = :call order by line_no""")
        .bind("org", org.value())
        .bind("call", call.value())
        .map((row, _) -> line(org, call, row))
        .list();
  }

  static void bind(Update insert, CallId call, TurnTiming turn) {
    insert
        .bind("call", call.value())
        .bind("turn", turn.turn())
        .bind("endpointing", turn.endpointingMs())
        .bind("language", turn.languageMs())
        .bind("speech", turn.speechMs())
        .bind("overhead", turn.overheadMs());
  }

  List<TurnTiming> turns(Handle handle, OrgId org, CallId call) {
    return handle.createQuery("""
            select turn, endpointing_ms, language_ms, speech_ms, overhead_ms from turns
             where org_id = :org and call_id = :call order by turn""")
        .bind("org", org.value())
        .bind("call", call.value())
        .map((row, _) ->
            new TurnTiming(
                row.getInt("turn"),
                row.getInt("endpointing_ms"),
                row.getInt("language_ms"),
                row.getInt("speech_ms"),
                row.getInt("overhead_ms")))
        .list();
  }

  private SpokenLine line(OrgId org, CallId call, ResultSet row) throws SQLException {
    return new SpokenLine(
        SpokenLine.Speaker.valueOf(row.getString("speaker")),
        new Transcript(codec.open(text(org, call), row.getBytes("text_sealed"))),
        Columns.instant(row, "spoken_at"));
  }

  /// The row's number is not known before it is written; the call stands for it.
  private static Cell text(OrgId org, CallId call) {
    return new Cell(org, "transcript_lines", "text", call.value());
  }
}
