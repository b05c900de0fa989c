package dev.frontdesk.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.booking.CalendarConnection;
import dev.frontdesk.booking.CalendarConnections;
import dev.frontdesk.booking.CalendarMirrors;
import dev.frontdesk.booking.CalendarStoresContract;
import dev.frontdesk.booking.WrittenEntries;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Secret;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SqlCalendarStoresTest extends CalendarStoresContract {
  private final CalendarStores stores = TestStorage.shared().calendar();

  @Override
  protected OrgId org() {
    return TestStorage.newOrganisation();
  }

  @Override
  protected CalendarConnections connections() {
    return stores.connections();
  }

  @Override
  protected WrittenEntries written() {
    return stores.written();
  }

  @Override
  protected CalendarMirrors mirrors() {
    return stores.mirrors();
  }

  @Test
  void a_consent_can_be_taken_once_and_in_time() {
    var org = TestStorage.newOrganisation();
    var at = TestStorage.NINE;
    var verifier = new Secret("proof");
    stores.consents().begin(org, "c-1", verifier, at);
    stores.consents().begin(org, "c-2", verifier, at);

    assertThat(stores.consents().take(org, "c-1", at.plusSeconds(1))).contains(verifier);
    assertThat(stores.consents().take(org, "c-1", at.plusSeconds(2))).isEmpty();
    assertThat(stores.consents().take(org, "c-2", at.plus(CalendarConsents.LASTS))).isEmpty();
    assertThat(stores.consents().take(TestStorage.newOrganisation(), "c-2", at)).isEmpty();
  }

  @Test
  void no_grant_can_be_read_in_the_database() throws SQLException {
    var org = TestStorage.newOrganisation();
    var grant = new Secret("1//a-refresh-token");
    stores.connections().save(
        CalendarConnection.none(org).connected(Optional.of(grant), TestStorage.NINE));

    try (var connection = TestStorage.asSuperuser();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select grant_sealed from calendar_connections where org_id = '"
                    + org.value() + "'")) {
      rows.next();
      assertThat(new String(rows.getBytes(1), StandardCharsets.ISO_8859_1))
          .doesNotContain("refresh");
    }
  }
}
