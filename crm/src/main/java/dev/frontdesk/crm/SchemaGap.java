package dev.frontdesk.crm;

/// Something that keeps rows from being written.
public sealed interface SchemaGap {
  CrmTable table();

  record NoTable(CrmTable table, String name) implements SchemaGap {}

  record NoField(CrmField field, String name, String tableName) implements SchemaGap {
    @Override
    public CrmTable table() {
      return field.table();
    }
  }

  /// @param found as the vendor calls it
  record WrongType(CrmField field, String name, String found) implements SchemaGap {
    @Override
    public CrmTable table() {
      return field.table();
    }
  }

  record NoOption(CrmField field, String name, String option) implements SchemaGap {
    @Override
    public CrmTable table() {
      return field.table();
    }
  }

  record WrongLink(CrmField field, String name, String wanted) implements SchemaGap {
    @Override
    public CrmTable table() {
      return field.table();
    }
  }

  /// Whether tables and fields can be made by us; what stands already is for people to change.
  default boolean creatable() {
    return switch (this) {
      case NoTable _, NoField _ -> true;
      case WrongType _, NoOption _, WrongLink _ -> false;
    };
  }

  /// What to mend, for who can.
  default String sentence() {
    return switch (this) {
      case NoTable gap -> "there is no table '%s'".formatted(gap.name);
      case NoField gap ->
          "table '%s' has no field '%s' (%s)"
              .formatted(gap.tableName, gap.name, gap.field.type().words());
      case WrongType gap ->
          "field '%s' must be %s, is %s"
              .formatted(gap.name, gap.field.type().words(), gap.found);
      case NoOption gap -> "field '%s' has no option '%s'".formatted(gap.name, gap.option);
      case WrongLink gap ->
          "field '%s' must link to table '%s'".formatted(gap.name, gap.wanted);
    };
  }
}
