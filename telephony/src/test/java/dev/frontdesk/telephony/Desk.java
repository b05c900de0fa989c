package dev.frontdesk.telephony;

import dev.frontdesk.testkit.SettableClock;
import dev.frontdesk.vocabulary.AgentVersion;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/// A desk in memory, with one organisation at one number, for tests.
public final class Desk {
  public static final OrgId MAPLE = new OrgId("maple");
  public static final PhoneNumber OURS = new PhoneNumber("+14155550100");
  public static final PhoneNumber DANA = new PhoneNumber("+14155550123");
  public static final CarrierUrls URLS =
      new CarrierUrls(URI.create("https://desk.example.com"), URI.create("wss://desk.example.com"));

  public final SettableClock clock = new SettableClock(Instant.parse("2026-06-12T16:00:00Z"));
  public final InMemoryCallStore store = new InMemoryCallStore();
  public final InMemoryTransferStore transfers = new InMemoryTransferStore();
  public final TelephonyCounters counters = new TelephonyCounters();
  public final MediaTokens tokens = new MediaTokens(clock);
  public final CallDesk desk;

  public Desk(int limit) {
    desk = restarted(limit);
  }

  /// Another desk over the same rows, as after a restart.
  public CallDesk restarted(int limit) {
    return new CallDesk(
        store,
        transfers,
        new OneNumber(),
        new OrganisationLimit(_ -> limit),
        tokens,
        URLS,
        new PlainWords(),
        clock,
        counters);
  }

  /// The only call there is.
  public Call call() {
    return store.latest(MAPLE, 1).getFirst();
  }

  public Leg leg() {
    return store.legs(MAPLE, call().id()).getFirst();
  }

  private static final class OneNumber implements NumberDirectory {
    @Override
    public Optional<OrgId> owner(PhoneNumber called) {
      return called.equals(OURS) ? Optional.of(MAPLE) : Optional.empty();
    }

    @Override
    public AgentVersion agent(OrgId org) {
      return new AgentVersion("scripted-1");
    }
  }

  private static final class PlainWords implements PoliteWords {
    @Override
    public String language() {
      return "en-US";
    }

    @Override
    public String full(OrgId org) {
      return "All lines are taken.";
    }

    @Override
    public String unknownNumber() {
      return "This number is not in service.";
    }

    @Override
    public String trouble() {
      return "Something is broken.";
    }
  }
}
