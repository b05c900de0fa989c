package dev.frontdesk.booking;

import dev.frontdesk.booking.Availability.Assignment;
import dev.frontdesk.booking.SlotOffers.Asking;
import dev.frontdesk.booking.SlotTokens.Offered;
import dev.frontdesk.vocabulary.Slot;
import java.time.Instant;
import java.util.Optional;

/// Checks every rule again before an offered slot is written.
final class SlotCheck {
  private final SlotOffers offers;

  SlotCheck(SlotOffers offers) {
    this.offers = offers;
  }

  /// Whether an offer still stands.
  sealed interface Verdict {
    /// @param availability in which the assignment is free
    record Stands(Service service, Assignment assignment, Availability availability)
        implements Verdict {}

    /// The service is not what was offered.
    record Outdated() implements Verdict {}

    record Against(WhyNot whyNot) implements Verdict {}
  }

  /// Notice counts from the moment of the offer, so that who thinks it over for a minute is not
  /// refused what they were offered; everything else counts at `now`.
  Verdict check(Catalogue catalogue, Asking asking, Offered offered, Instant now) {
    return check(catalogue, asking, offered, 0, now);
  }

  /// @param lost how many races for a part of these resources were lost by now
  Verdict check(Catalogue catalogue, Asking asking, Offered offered, int lost, Instant now) {
    var found = catalogue.service(offered.service());
    if (found.isEmpty() || !isAsOffered(catalogue, found.get(), offered)) {
      return new Verdict.Outdated();
    }
    var service = found.get();
    var start = offered.slot().start();
    var against = whyNot(service, catalogue, offered, now);
    if (against.isPresent()) {
      return new Verdict.Against(against.get());
    }
    var range = new Slot(start, start.plusSeconds(1));
    var availability = offers.availability(catalogue, service, asking, range, now);
    var whyNot = availability.whyNotExactly(start.getEpochSecond(), offered.resources());
    if (whyNot.isPresent()) {
      return new Verdict.Against(whyNot.get());
    }
    long seed = SeatChoice.seedOf(asking.call(), offered.slot(), offered.service());
    return availability
        .exactly(start.getEpochSecond(), offered.resources(), seed, lost)
        .<Verdict>map(assignment -> new Verdict.Stands(service, assignment, availability))
        .orElse(new Verdict.Against(WhyNot.TAKEN));
  }

  private static Optional<WhyNot> whyNot(
      Service service, Catalogue catalogue, Offered offered, Instant now) {
    var zone = catalogue.organisation().zone();
    var start = offered.slot().start();
    return BookingWindow.of(service, zone, now)
        .whyNot(start)
        .filter(why -> why != WhyNot.TOO_SOON)
        .or(() -> BookingWindow.of(service, zone, offered.offeredAt()).whyNot(start));
  }

  private static boolean isAsOffered(Catalogue catalogue, Service service, Offered offered) {
    var pools = service.pools();
    if (!service.slotAt(offered.slot().start()).equals(offered.slot())
        || pools.size() != offered.resources().size()) {
      return false;
    }
    for (int i = 0; i < pools.size(); i++) {
      if (catalogue.resource(offered.resources().get(i)).filter(pools.get(i)::admits).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
