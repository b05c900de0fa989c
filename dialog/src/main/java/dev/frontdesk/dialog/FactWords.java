package dev.frontdesk.dialog;

import java.util.List;
import java.util.Set;

/// Words that ask for the same fact as its key does.
final class FactWords {
  private static final List<Set<String>> KIN =
      List.of(
          Set.of("parking", "park", "car", "garage", "lot", "valet"),
          Set.of("payment", "payments", "pay", "paying", "card", "cards", "cash", "credit", "visa",
              "apple"),
          Set.of("wifi", "internet", "wireless"),
          Set.of("wheelchair", "accessibility", "accessible", "access", "disabled", "ramp",
              "stairs",
              "elevator", "lift"),
          Set.of("insurance", "insurances", "insured", "coverage"),
          Set.of("pets", "pet", "dog", "dogs", "cat", "animal", "animals"),
          Set.of("children", "child", "kids", "kid", "baby", "toddler"),
          Set.of("walkins", "walkin", "walk"),
          Set.of("transit", "bus", "train", "subway", "tram", "metro", "station"),
          Set.of("deposit", "prepay", "downpayment"),
          Set.of("cancellation", "cancellations", "policy"),
          Set.of("website", "web", "online", "site"),
          Set.of("vouchers", "voucher", "gift", "giftcards", "certificate"),
          Set.of("dress", "wear", "clothes"),
          Set.of("languages", "language", "spanish", "french", "german", "mandarin"),
          Set.of("refreshments", "coffee", "drinks", "tea"),
          Set.of("products", "product", "shampoo", "brands", "brand"),
          Set.of("toilet", "restroom", "bathroom", "toilets"),
          Set.of("entrance", "door", "entry", "buzzer"));

  private FactWords() {}

  static boolean mean(String key, String word) {
    return KIN.stream().anyMatch(kin -> kin.contains(key) && kin.contains(word));
  }
}
