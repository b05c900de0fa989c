package dev.frontdesk.crm;

import dev.frontdesk.crm.SchemaGap.NoField;
import dev.frontdesk.crm.SchemaGap.NoOption;
import dev.frontdesk.crm.SchemaGap.NoTable;
import dev.frontdesk.crm.SchemaGap.WrongLink;
import dev.frontdesk.crm.SchemaGap.WrongType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Compares what stands there with what we write. Pure: a dry run of every write.
///
/// @param layout what was found of what we need
/// @param gaps   what keeps rows from being written, in the order of the tables
public record SchemaCheck(CrmLayout layout, List<SchemaGap> gaps) {
  public SchemaCheck {
    gaps = List.copyOf(gaps);
  }

  /// @param known a layout found earlier: its ids go before names, so that a renamed field is
  ///     found again
  public static SchemaCheck of(FoundSchema found, CrmNames names, Optional<CrmLayout> known) {
    var tables = new EnumMap<CrmTable, FoundSchema.Table>(CrmTable.class);
    for (var table : CrmTable.values()) {
      find(found, names, known, table).ifPresent(there -> tables.put(table, there));
    }
    var gaps = new ArrayList<SchemaGap>();
    var fields = new EnumMap<CrmField, String>(CrmField.class);
    for (var table : CrmTable.values()) {
      var there = Optional.ofNullable(tables.get(table));
      if (there.isEmpty()) {
        gaps.add(new NoTable(table, names.of(table)));
        continue;
      }
      for (var field : CrmField.of(table)) {
        var standing = find(there.get(), names, known, field);
        if (standing.isEmpty()) {
          gaps.add(new NoField(field, names.of(field), there.get().name()));
        } else {
          fields.put(field, standing.get().id());
          gaps.addAll(gaps(field, standing.get(), tables, names));
        }
      }
    }
    var ids = new EnumMap<CrmTable, String>(CrmTable.class);
    tables.forEach((table, there) -> ids.put(table, there.id()));
    return new SchemaCheck(new CrmLayout(ids, fields), gaps);
  }

  public boolean complete() {
    return gaps.isEmpty();
  }

  /// What to mend, as `Airtable: field 'Status' has no option 'No show'`.
  public String sentence(String vendor) {
    return vendor + ": " + gaps.stream().map(SchemaGap::sentence).collect(Collectors.joining("; "));
  }

  private static List<SchemaGap> gaps(
      CrmField field,
      FoundSchema.Field there,
      Map<CrmTable, FoundSchema.Table> tables,
      CrmNames names) {
    if (!fits(field.type(), there.type())) {
      return List.of(new WrongType(field, there.name(), there.vendorType()));
    }
    var gaps = new ArrayList<SchemaGap>();
    for (var option : field.options()) {
      if (!there.options().contains(option)) {
        gaps.add(new NoOption(field, there.name(), option));
      }
    }
    field
        .linked()
        .filter(
            wanted -> {
              var target = tables.get(wanted);
              return target == null || !there.linked().equals(Optional.of(target.id()));
            })
        .ifPresent(wanted -> gaps.add(new WrongLink(field, there.name(), names.of(wanted))));
    return gaps;
  }

  /// Text may stand in any field that takes text.
  private static boolean fits(FieldType wanted, Optional<FieldType> found) {
    if (found.isEmpty()) {
      return false;
    }
    return switch (wanted) {
      case TEXT, LONG_TEXT ->
          found.get() == FieldType.TEXT || found.get() == FieldType.LONG_TEXT;
      case PHONE -> found.get() == FieldType.PHONE || found.get() == FieldType.TEXT;
      case EMAIL -> found.get() == FieldType.EMAIL || found.get() == FieldType.TEXT;
      case NUMBER, MOMENT, CHOICE, LINK -> found.get() == wanted;
    };
  }

  private static Optional<FoundSchema.Table> find(
      FoundSchema found, CrmNames names, Optional<CrmLayout> known, CrmTable table) {
    var id = known.flatMap(layout -> Optional.ofNullable(layout.tables().get(table)));
    return found.tables().stream()
        .filter(there -> id.filter(there.id()::equals).isPresent())
        .findFirst()
        .or(
            () ->
                found.tables().stream()
                    .filter(there -> named(names.of(table), there.id(), there.name()))
                    .findFirst());
  }

  private static Optional<FoundSchema.Field> find(
      FoundSchema.Table table, CrmNames names, Optional<CrmLayout> known, CrmField field) {
    var id = known.flatMap(layout -> Optional.ofNullable(layout.fields().get(field)));
    return table.fields().stream()
        .filter(there -> id.filter(there.id()::equals).isPresent())
        .findFirst()
        .or(
            () ->
                table.fields().stream()
                    .filter(there -> named(names.of(field), there.id(), there.name()))
                    .findFirst());
  }

  private static boolean named(String wanted, String id, String name) {
    return wanted.equals(id) || wanted.equals(name);
  }
}
