package dev.frontdesk.lab;

import dev.frontdesk.crm.CellValue;
import dev.frontdesk.crm.CrmField;
import dev.frontdesk.crm.CrmTable;
import dev.frontdesk.crm.spi.CrmConnection;
import dev.frontdesk.crm.spi.CrmPeople;
import dev.frontdesk.crm.spi.CrmProvider;
import dev.frontdesk.crm.spi.CrmProviderContract;
import dev.frontdesk.integrations.airtable.Airtable;
import dev.frontdesk.integrations.airtable.AirtableSettings;
import dev.frontdesk.testkit.SettableClock;
import dev.frontdesk.vocabulary.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

/// The adapter against the simulator, over HTTP.
class AirtableContractTest extends CrmProviderContract {
  private static final String BASE = "appAAAAAAAAAAAAAA";

  private final SettableClock clock = new SettableClock(Instant.parse("2026-06-15T12:00:00Z"));
  private final SimulatedAirtable simulated =
      SimulatedAirtable.start(0, VendorFaults.none(), Duration.ZERO, clock);
  private final SimulatedAirtableBase base = simulated.addBase(BASE, "pat-1");
  private final Airtable airtable = new Airtable(AirtableSettings.at(simulated.address()));

  @AfterEach
  void close() {
    simulated.reachedBy(_ -> URI.create("http://127.0.0.1:9/"));
    simulated.close();
  }

  @Override
  protected CrmProvider provider() {
    simulated.reachedBy(_ -> URI.create("http://127.0.0.1:9/")); // nobody is there to be told
    return airtable;
  }

  @Override
  protected CrmConnection connection() {
    return new CrmConnection(BASE, new Secret("pat-1"));
  }

  @Override
  protected void keepPace() {
    clock.advance(airtable.spacing());
  }

  @Override
  protected CrmPeople people() {
    return new CrmPeople() {
      @Override
      public void edit(CrmTable table, String record, CrmField field, CellValue value) {
        base.edit(table.title(), record, field.title(), value.shown());
      }

      @Override
      public void deleteRow(CrmTable table, String record) {
        base.delete(table.title(), record);
      }

      @Override
      public void renameField(CrmField field, String name) {
        base.renameField(field.table().title(), field.title(), name);
      }

      @Override
      public void removeField(CrmField field) {
        base.removeField(field.table().title(), field.title());
      }

      @Override
      public void choices(CrmField field, String... options) {
        base.choices(field.table().title(), field.title(), options);
      }
    };
  }
}
