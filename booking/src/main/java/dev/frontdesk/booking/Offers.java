package dev.frontdesk.booking;

import java.util.List;
import java.util.Optional;

/// The answer to a wish.
///
/// - granted: `whyNot` is empty and `offers` fulfil the wish: the very start, or the earliest in
///   the range
/// - not granted: `whyNot` says why and `offers` are the nearest alternatives on both sides,
///   nearest first; the same time with somebody else comes first of all. There may be none.
public record Offers(List<Offer> offers, Optional<WhyNot> whyNot) {
  public Offers {
    offers = List.copyOf(offers);
  }

  public boolean granted() {
    return whyNot.isEmpty();
  }
}
