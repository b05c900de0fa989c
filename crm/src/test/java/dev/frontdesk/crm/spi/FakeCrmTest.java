package dev.frontdesk.crm.spi;

import dev.frontdesk.testkit.SettableClock;
import dev.frontdesk.vocabulary.Secret;
import java.time.Instant;

class FakeCrmTest extends CrmProviderContract {
  private final CrmConnection connection = new CrmConnection("base", new Secret("token"));
  private final SettableClock clock = new SettableClock(Instant.parse("2026-06-15T12:00:00Z"));
  private final FakeCrm fake = new FakeCrm(connection, clock);

  @Override
  protected CrmProvider provider() {
    return fake;
  }

  @Override
  protected CrmConnection connection() {
    return connection;
  }

  @Override
  protected CrmPeople people() {
    return fake;
  }

  @Override
  protected void keepPace() {
    clock.advance(fake.spacing());
  }
}
