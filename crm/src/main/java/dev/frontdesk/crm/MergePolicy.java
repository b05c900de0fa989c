package dev.frontdesk.crm;

import dev.frontdesk.crm.CrmField.Owner;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Who wins when people edit the customer records while appointments change here. Pure.
///
/// Both sides are compared with what was last seen of each, so that only a change counts, and what
/// stands there because we wrote it is never taken for an edit.
public sealed interface MergePolicy {

  /// The later change wins.
  record Latest() implements MergePolicy {}

  /// Each field has a side that wins; FRONTDESK for those that are not named.
  record ByField(Map<CrmField, Owner> winners) implements MergePolicy {
    public ByField {
      winners = Map.copyOf(winners);
    }
  }

  /// A person decides.
  record Ask() implements MergePolicy {}

  /// A moment that is known only to lie in `[from, to]`: vendors say when a row was edited to the
  /// hook, and nothing to who polls.
  record Stretch(Instant from, Instant to) {
    public Stretch {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException("a stretch ends after it begins");
      }
    }

    public static Stretch at(Instant moment) {
      return new Stretch(moment, moment);
    }
  }

  /// One field of one row.
  ///
  /// @param oursSeen   ours when the two sides were last compared; empty before the first time
  /// @param theirsSeen what stood there then
  /// @param sending    what we may have written since without learning whether it arrived
  /// @param oursAt     when ours last changed, as far as is known
  /// @param theirsAt   when it was edited there
  record Sides(
      CrmField field,
      Optional<CellValue> oursSeen,
      Optional<CellValue> theirsSeen,
      Optional<CellValue> sending,
      CellValue ours,
      CellValue theirs,
      Instant oursAt,
      Stretch theirsAt) {

    boolean oursChanged() {
      return !oursSeen.equals(Optional.of(ours));
    }

    /// Nobody there has edited what is as we last saw it, or as we last sent it.
    boolean theirsChanged() {
      var there = Optional.of(theirs);
      return !theirsSeen.equals(there) && !sending.equals(there);
    }
  }

  /// What follows for the field.
  sealed interface Verdict {
    /// Nothing to do on either side.
    record Settled() implements Verdict {}

    /// Ours is to be written there.
    record Write() implements Verdict {}

    /// Theirs is to be carried out here.
    record Take() implements Verdict {}

    /// A person must say, and until then neither side is touched.
    record Conflict(String why) implements Verdict {}
  }

  static Verdict decide(MergePolicy policy, Sides sides) {
    if (sides.ours.equals(sides.theirs)) {
      return new Verdict.Settled();
    }
    if (!sides.theirsChanged()) {
      return sides.oursChanged() ? new Verdict.Write() : new Verdict.Settled();
    }
    return switch (sides.field.owner()) {
      case CRM -> new Verdict.Settled();
      case FRONTDESK -> new Verdict.Conflict("this field is Frontdesk's, and was edited");
      case SHARED -> sides.oursChanged() ? bothChanged(policy, sides) : new Verdict.Take();
    };
  }

  /// Which was later may be beyond telling; then a person says.
  private static Verdict later(Sides sides) {
    if (sides.oursAt.isBefore(sides.theirsAt.from)) {
      return new Verdict.Take();
    }
    if (sides.oursAt.isAfter(sides.theirsAt.to)) {
      return new Verdict.Write();
    }
    return new Verdict.Conflict("changed here and there at about the same time");
  }

  private static Verdict bothChanged(MergePolicy policy, Sides sides) {
    return switch (policy) {
      case Latest() -> later(sides);
      case ByField(var winners) ->
          winners.getOrDefault(sides.field, Owner.FRONTDESK) == Owner.CRM
              ? new Verdict.Take()
              : new Verdict.Write();
      case Ask() -> new Verdict.Conflict("changed here and there since they last agreed");
    };
  }
}
