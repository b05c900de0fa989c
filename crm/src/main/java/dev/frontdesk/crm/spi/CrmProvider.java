package dev.frontdesk.crm.spi;

import dev.frontdesk.crm.CellValue;
import dev.frontdesk.crm.CrmField;
import dev.frontdesk.crm.CrmLayout;
import dev.frontdesk.crm.CrmNames;
import dev.frontdesk.crm.CrmTable;
import dev.frontdesk.crm.FoundSchema;
import dev.frontdesk.crm.SchemaGap;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Customer records at a vendor: tables of rows with typed fields. Implemented in `integrations`.
///
/// Each method makes one request and blocks until it is answered. Who calls keeps the pace, one
/// caller at a time for each base. Failures name a field where it is known, and nothing personal.
public interface CrmProvider {
  /// As people know it: `Airtable`.
  String vendor();

  /// Most rows of one `upsert` and one `read`.
  int batch();

  /// Time from one request to the next, in each base.
  Duration spacing();

  ProviderResult<FoundSchema> schema(CrmConnection connection);

  /// Makes a missing table with all its fields whose targets stand, or a missing field.
  ///
  /// @param gap    one that is `creatable`
  /// @param layout what is there already
  /// @return the vendor's id of it
  ProviderResult<String> create(
      CrmConnection connection, SchemaGap gap, CrmLayout layout, CrmNames names);

  /// Writes rows by key: one that stands is changed in these cells, another is made.
  ///
  /// @param rows no more than `batch()`, each key once
  /// @return in the order of `rows`
  ProviderResult<List<Written>> upsert(
      CrmConnection connection, CrmLayout layout, CrmTable table, List<RowWrite> rows);

  /// The rows with these keys; those that do not stand are absent.
  ProviderResult<List<RemoteRow>> read(
      CrmConnection connection, CrmLayout layout, CrmTable table, List<String> keys);

  /// Rows edited at or after `since`, by whomever.
  ///
  /// @param page empty for the first, else as the page before said
  ProviderResult<Page> editedSince(
      CrmConnection connection,
      CrmLayout layout,
      CrmTable table,
      Instant since,
      Optional<String> page);

  /// Asks to be told at `notify` of edits in `table`.
  ProviderResult<OpenedHook> openHook(
      CrmConnection connection, CrmLayout layout, CrmTable table, URI notify);

  /// @return until when it now lasts
  ProviderResult<Instant> renewHook(CrmConnection connection, String hook);

  /// What was edited, in order.
  ///
  /// @param cursor where to begin, 1 at first
  ProviderResult<Told> told(
      CrmConnection connection, CrmLayout layout, CrmTable table, String hook, long cursor);

  /// Whether a notification was signed with `secret`. Pure, and in constant time.
  ///
  /// @param signature the header `signatureHeader()`; empty when there was none
  boolean signed(Secret secret, byte[] body, String signature);

  String signatureHeader();

  /// @param cells without the key; a `Link` leads to ids of rows there
  record RowWrite(String key, Map<CrmField, CellValue> cells) {
    public RowWrite {
      cells = Map.copyOf(cells);
    }
  }

  /// @param record  the vendor's id of the row
  /// @param created whether it was made by this request
  record Written(String key, String record, boolean created) {}

  /// A row as it stands there.
  ///
  /// @param key   empty when people made the row, or emptied the field
  /// @param cells of all fields of ours but links; what is empty is Nothing
  record RemoteRow(String record, Optional<String> key, Map<CrmField, CellValue> cells) {
    public RemoteRow {
      cells = Map.copyOf(cells);
    }
  }

  /// @param next where to read on, if there is more
  record Page(List<RemoteRow> rows, Optional<String> next) {
    public Page {
      rows = List.copyOf(rows);
    }
  }

  record OpenedHook(String id, Secret secret, Instant expiresAt) {}

  /// @param more whether there is more at `next`
  record Told(List<Edit> edits, long next, boolean more) {
    public Told {
      edits = List.copyOf(edits);
    }
  }

  /// A row was edited, perhaps by ourselves, or deleted.
  record Edit(String record, Instant at) {}
}
