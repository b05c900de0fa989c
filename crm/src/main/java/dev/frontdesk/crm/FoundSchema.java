package dev.frontdesk.crm;

import java.util.List;
import java.util.Optional;

/// What tables and fields stand there.
public record FoundSchema(List<Table> tables) {
  public FoundSchema {
    tables = List.copyOf(tables);
  }

  public record Table(String id, String name, List<Field> fields) {
    public Table {
      fields = List.copyOf(fields);
    }
  }

  /// @param type       empty when it is none of ours
  /// @param vendorType as the vendor calls it
  /// @param options    what a CHOICE may be
  /// @param linked     id of the table that a LINK leads to
  public record Field(
      String id,
      String name,
      Optional<FieldType> type,
      String vendorType,
      List<String> options,
      Optional<String> linked) {
    public Field {
      options = List.copyOf(options);
    }
  }
}
