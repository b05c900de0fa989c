package dev.frontdesk.crm;

import dev.frontdesk.crm.SchemaGap.NoField;
import dev.frontdesk.crm.SchemaGap.NoTable;
import dev.frontdesk.crm.SchemaGap.NoOption;
import dev.frontdesk.crm.SchemaGap.WrongLink;
import dev.frontdesk.crm.SchemaGap.WrongType;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/// Checks tables and fields before the first write and whenever a write was refused, and makes what
/// is missing where that is allowed.
final class SchemaSetup {
  static final String ALARM = "crm.blocked";

  private final CrmNotices notices;

  SchemaSetup(CrmNotices notices) {
    this.notices = notices;
  }

  /// Has a layout to write by, checking first when there is none or the last write was refused.
  ///
  /// @return false when the visit has failed
  boolean ensure(BaseVisit visit) {
    boolean known = visit.base().layout().isPresent() && visit.base().blocked().isEmpty();
    return known || check(visit);
  }

  /// Compares what stands there with what we write, now.
  ///
  /// @return false when the visit has failed
  boolean check(BaseVisit visit) {
    var check = look(visit);
    if (check.isPresent() && visit.target().create()) {
      var gaps = check.get().gaps().stream().filter(SchemaGap::creatable).toList();
      if (!gaps.isEmpty()) {
        check = create(visit, gaps, check.get().layout()) ? look(visit) : Optional.empty();
      }
    }
    if (check.isEmpty()) {
      visit.failure()
          .filter(Permanent.class::isInstance)
          .map(Permanent.class::cast)
          .ifPresent(refused -> block(visit, refused.detail()));
      return false;
    }
    if (!check.get().complete()) {
      var sentence = check.get().sentence(visit.target().provider().vendor());
      block(visit, sentence);
      visit.fail(new Permanent(sentence));
      return false;
    }
    visit.fits(check.get().layout());
    notices.clear(visit.target().org(), ALARM, visit.target().connection().base());
    return true;
  }

  /// Compares, and changes nothing.
  static Optional<SchemaCheck> look(BaseVisit visit) {
    var target = visit.target();
    return visit
        .ask(() -> target.provider().schema(target.connection()))
        .map(found -> SchemaCheck.of(found, target.names(), visit.base().layout()));
  }

  /// In the order of the tables, so that what is linked to stands first.
  private static boolean create(BaseVisit visit, List<SchemaGap> gaps, CrmLayout found) {
    var target = visit.target();
    var tables = new EnumMap<CrmTable, String>(CrmTable.class);
    tables.putAll(found.tables());
    for (var gap : gaps) {
      var layout = new CrmLayout(tables, found.fields());
      var made =
          visit.ask(
              () -> target.provider().create(target.connection(), gap, layout, target.names()));
      if (made.isEmpty()) {
        return false;
      }
      switch (gap) {
        case NoTable(var table, _) -> tables.put(table, made.get());
        case NoField _, WrongType _, NoOption _, WrongLink _ -> {}
      }
    }
    return true;
  }

  private void block(BaseVisit visit, String why) {
    visit.blocked(why);
    notices.raise(visit.target().org(), ALARM, visit.target().connection().base(), why);
  }
}
