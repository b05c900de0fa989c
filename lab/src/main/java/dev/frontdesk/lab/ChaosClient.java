package dev.frontdesk.lab;

import dev.frontdesk.lab.BookingClient.OfferedSlot;
import dev.frontdesk.lab.BookingClient.Person;
import dev.frontdesk.lab.BookingClient.Reply;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/// A client that books, moves and cancels, and never gives up: what was not answered is asked again
/// under the same key until it is.
final class ChaosClient {
  private static final double MOVES = 0.15;
  private static final double CANCELS = 0.10;
  private static final int OFFERS = 50;
  private static final int MOST_REFUSALS = 20;
  private static final long PAUSE_MS = 100;
  private static final String SERVICE = "visit";

  private final String org;
  private final BookingClient desk;
  private final ChaosHistory history;
  private final SplittableRandom random;
  private final Map<String, String> unanswered;
  private final String name;
  private int acts;

  /// @param unanswered keys of requests that are out, shared by all clients: key → organisation
  ChaosClient(
      String name,
      String org,
      BookingClient desk,
      ChaosHistory history,
      Map<String, String> unanswered,
      long seed) {
    this.name = name;
    this.org = org;
    this.desk = desk;
    this.history = history;
    this.unanswered = unanswered;
    this.random = new SplittableRandom(seed);
  }

  static Map<String, String> noneUnanswered() {
    return new ConcurrentHashMap<>();
  }

  /// One customer: books, and perhaps changes their mind.
  void serve(Person person) throws InterruptedException {
    var booked = insist(() -> {
      var slot = slot();
      return key -> desk.book(slot, person, key);
    });
    if (booked.isEmpty()) {
      return;
    }
    var id = booked.get().body().path("id").asString();
    double mood = random.nextDouble();
    if (mood < MOVES) {
      pauseUpTo(2_000);
      insist(() -> {
        var slot = slot();
        return key -> desk.move(id, slot, key);
      });
    } else if (mood < MOVES + CANCELS) {
      pauseUpTo(2_000);
      insist(() -> key -> desk.cancel(id, key));
    }
  }

  /// The same however often it is sent under one key.
  @FunctionalInterface
  private interface Request {
    Reply send(String key) throws InterruptedException;
  }

  @FunctionalInterface
  private interface Wish {
    Request prepare() throws InterruptedException;
  }

  /// Asks under one key until there is an answer; where a rule refuses (somebody else has the
  /// slot), with a new key and another slot.
  private Optional<Reply.Answered> insist(Wish wish) throws InterruptedException {
    for (int refusals = 0; refusals < MOST_REFUSALS; refusals++) {
      var request = wish.prepare();
      var key = name + "-" + acts++;
      unanswered.put(key, org);
      try {
        var answered = untilAnswered(request, key);
        if (answered.granted()) {
          history.acknowledged(org, answered.body());
          return Optional.of(answered);
        }
      } finally {
        unanswered.remove(key);
      }
    }
    return Optional.empty();
  }

  private Reply.Answered untilAnswered(Request request, String key) throws InterruptedException {
    while (true) {
      switch (request.send(key)) {
        case Reply.Silence() -> TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        case Reply.Answered answered when again(answered) -> TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        case Reply.Answered answered -> {
          return answered;
        }
      }
    }
  }

  /// The same request is still being worked on, or the server could not just then.
  private static boolean again(Reply.Answered answered) {
    return answered.status() >= 500
        || answered.status() == 429
        || (answered.status() == 409 && answered.body().path("reason").asString("").isEmpty());
  }

  private OfferedSlot slot() throws InterruptedException {
    while (true) {
      var from = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(3 + random.nextInt(20));
      List<OfferedSlot> offers =
          desk.offers(SERVICE, from.atStartOfDay(), from.plusDays(3).atStartOfDay(), OFFERS);
      if (!offers.isEmpty()) {
        return offers.get(random.nextInt(offers.size()));
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
    }
  }

  private static void pauseUpTo(int millis) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(millis));
  }
}
