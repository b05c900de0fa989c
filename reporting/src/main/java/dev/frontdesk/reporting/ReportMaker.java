package dev.frontdesk.reporting;

import dev.frontdesk.reporting.Act.Kind;
import dev.frontdesk.reporting.spi.Analyst;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.time.Instant;
import java.util.Optional;

/// Makes the report of a call that has ended. Pure but for the analyst it asks.
public final class ReportMaker {
  private final RuleAnalyst rules = new RuleAnalyst();

  /// @param analyst    asked first; when it has no answer to give for good, the rules stand in
  /// @param structured the data wanted of each call
  public record Plan(
      Optional<Analyst> analyst, Optional<StructuredPlan> structured, Rates rates) {
    public static final Plan PLAIN = new Plan(Optional.empty(), Optional.empty(), Rates.NONE);
  }

  /// @return the report, or the analyst's failure where it is worth asking again
  public ProviderResult<Report> make(CallRecord call, Plan plan, Instant now) {
    if (plan.analyst().isEmpty() || !call.callerSpoke()) {
      return new Ok<>(report(call, rules.read(call), plan, now));
    }
    return switch (plan.analyst().get().analyse(call)) {
      case Ok(var analysis) -> new Ok<>(report(call, analysis, plan, now));
      case Failed(ProviderResult.Failure.Permanent _) ->
          new Ok<>(report(call, rules.read(call), plan, now));
      case Failed(var failure) -> new Failed<>(failure);
    };
  }

  /// As `make`, by rules alone: always succeeds.
  public Report byRules(CallRecord call, Plan plan, Instant now) {
    return report(call, rules.read(call), plan, now);
  }

  private static Report report(CallRecord call, Analysis analysis, Plan plan, Instant now) {
    var disposition = Disposition.of(call, analysis.intent().value());
    boolean proven = call.acts().stream().anyMatch(act -> proves(act.kind()));
    var found =
        proven
            ? Finding.certain(disposition, Report.RECORDS)
            : new Finding<>(
                disposition, analysis.intent().confidence(), analysis.intent().by());
    var structured =
        plan.structured()
            .map(p -> p.fill(Facts.of(call, analysis, disposition)))
            .map(filled -> new Finding<>(filled, confidence(filled, analysis), "facts-1"));
    return new Report(
        call,
        TranscriptCleaner.clean(call.lines()),
        analysis,
        found,
        CallCost.of(call, plan.rates()),
        structured,
        now);
  }

  private static double confidence(StructuredPlan.Filled filled, Analysis analysis) {
    return filled.objections().isEmpty() ? analysis.intent().confidence() : 0.3;
  }

  private static boolean proves(Kind kind) {
    return switch (kind) {
      case BOOKED, RESCHEDULED, CANCELLED, WAITLISTED, PUT_THROUGH, CALL_BACK_PROMISED -> true;
      case DETAIL_LEARNED, SLOTS_OFFERED, SLOT_HELD, BARGED_IN -> false;
    };
  }
}
