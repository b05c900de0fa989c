package dev.frontdesk.reporting;

import dev.frontdesk.reporting.Act.Kind;
import dev.frontdesk.reporting.spi.Analyst;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Understands calls by the words in `cues.txt` and by what was done at the desk. Pure, quick, and
/// measured: `frontdesk lab reports` prints precision and recall over labelled calls.
public final class RuleAnalyst implements Analyst {
  public static final String NAME = "rules-1";

  /// A tag is given from here on.
  private static final double ENOUGH = 1.5;

  private final Cues cues = Cues.read();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ProviderResult<Analysis> analyse(CallRecord call) {
    return new Ok<>(read(call));
  }

  public Analysis read(CallRecord call) {
    var intent = intent(call);
    boolean customer = mayBeCustomer(intent.value());
    var tags = customer ? tags(call) : List.<Finding<Tag>>of();
    var sentiment =
        customer ? sentiment(call) : new Finding<>(Sentiment.NEUTRAL, intent.confidence(), NAME);
    var phrases = KeyPhrases.of(call, NAME);
    var disposition = Disposition.of(call, intent.value());
    var success =
        new Finding<>(
            Success.of(disposition, sentiment.value()), Math.min(0.9, intent.confidence()), NAME);
    var summary =
        new Finding<>(
            Summary.of(call, intent.value(), disposition, sentiment.value(), tags),
            intent.confidence(),
            NAME);
    return new Analysis(intent, sentiment, tags, phrases, summary, success);
  }

  /// What was done says what was wanted; words decide where nothing was done, and whether it was
  /// wanted for a reason that weighs more.
  private Finding<Intent> intent(CallRecord call) {
    var weights = cues.intents(call.lines());
    if (call.did(Kind.BOOKED) || call.did(Kind.SLOT_HELD) || call.did(Kind.WAITLISTED)) {
      weights.merge(Intent.BOOK, 4.0, Double::sum);
    } else if (call.did(Kind.SLOTS_OFFERED)) {
      weights.merge(Intent.BOOK, 1.0, Double::sum);
    }
    if (call.did(Kind.RESCHEDULED)) {
      weights.merge(Intent.RESCHEDULE, 6.0, Double::sum);
    }
    if (call.did(Kind.CANCELLED)) {
      weights.merge(Intent.CANCEL, 6.0, Double::sum);
    }
    if (call.did(Kind.PUT_THROUGH)) {
      weights.merge(Intent.REACH_A_PERSON, 2.5, Double::sum);
    }
    return strongest(weights);
  }

  private static Finding<Intent> strongest(Map<Intent, Double> weights) {
    var best = Intent.UNKNOWN;
    double most = 0.9; // less than this is noise
    double all = most;
    for (var entry : weights.entrySet()) {
      double weight = Math.max(0, entry.getValue());
      all += weight;
      if (weight > most) {
        best = entry.getKey();
        most = weight;
      }
    }
    return new Finding<>(best, rounded(most / all), NAME);
  }

  /// What a machine, a stranger or somebody's salesperson says tells nothing about a customer.
  private static boolean mayBeCustomer(Intent intent) {
    return switch (intent) {
      case BOOK, RESCHEDULE, CANCEL, CHECK_BOOKING, ASK_PRICE, ASK_OTHER, COMPLAIN, REACH_A_PERSON,
          UNKNOWN ->
          true;
      case WRONG_NUMBER, SELL, VOICEMAIL -> false;
    };
  }

  private List<Finding<Tag>> tags(CallRecord call) {
    var found = new ArrayList<Finding<Tag>>();
    var weights = cues.tags(call.lines());
    if (call.did(Kind.SLOTS_OFFERED) && !call.did(Kind.SLOT_HELD) && !tookOne(call)) {
      weights.merge(Tag.NO_TIME_FITS, 0.8, Double::sum);
    }
    weights.forEach((tag, weight) -> {
      if (weight >= ENOUGH) {
        found.add(new Finding<>(tag, rounded(1 - 1 / (1 + weight)), NAME));
      }
    });
    return found;
  }

  private static boolean tookOne(CallRecord call) {
    return call.did(Kind.BOOKED) || call.did(Kind.RESCHEDULED) || call.did(Kind.WAITLISTED);
  }

  private Finding<Sentiment> sentiment(CallRecord call) {
    var weights = cues.sentiments(call.lines());
    double bad = Math.max(0, weights.getOrDefault(Sentiment.NEGATIVE, 0.0));
    double good = Math.max(0, weights.getOrDefault(Sentiment.POSITIVE, 0.0));
    var value =
        bad >= ENOUGH && bad >= good
            ? Sentiment.NEGATIVE
            : good >= ENOUGH ? Sentiment.POSITIVE : Sentiment.NEUTRAL;
    double weight =
        switch (value) {
          case NEGATIVE -> bad;
          case POSITIVE -> good;
          case NEUTRAL -> 1.5;
        };
    return new Finding<>(value, rounded(weight / (1 + bad + good)), NAME);
  }

  private static double rounded(double confidence) {
    return Math.min(0.99, Math.round(confidence * 100) / 100.0);
  }
}
