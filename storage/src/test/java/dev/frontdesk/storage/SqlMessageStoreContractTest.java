package dev.frontdesk.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.messaging.ContactStore;
import dev.frontdesk.messaging.MessageId;
import dev.frontdesk.messaging.MessageStore;
import dev.frontdesk.messaging.MessageStore.Allowance;
import dev.frontdesk.messaging.MessageStore.Intent;
import dev.frontdesk.messaging.MessageStoreContract;
import dev.frontdesk.messaging.Price;
import dev.frontdesk.vocabulary.OrgId;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SqlMessageStoreContractTest extends MessageStoreContract {
  @Override
  protected OrgId newOrganisation() {
    return TestStorage.newOrganisation();
  }

  @Override
  protected MessageStore messages() {
    return TestStorage.shared().messages();
  }

  @Override
  protected ContactStore contacts() {
    return TestStorage.shared().contacts();
  }

  @Test
  void nothing_that_can_be_read_in_the_tables_names_the_person() throws SQLException {
    var org = newOrganisation();
    MessagesEverywhere.of(org);
    try (var connection = TestStorage.asSuperuser();
        var statement = connection.createStatement()) {
      for (var table :
          new String[] {"messages", "message_suppressions", "message_consents", "message_inbox"}) {
        try (var rows =
            statement.executeQuery(
                "select encode(convert_to(t::text, 'UTF8'), 'escape') from " + table
                    + " t where org_id = '" + org.value() + "'")) {
          assertThat(rows.next()).as(table).isTrue();
          assertThat(rows.getString(1))
              .as(table)
              .doesNotContain("4155550123")
              .doesNotContain("34313535353530313233") // the same as hex
              .doesNotContain("Dana");
        }
      }
    }
  }

  @Test
  void two_hundred_at_once_never_spend_more_than_the_budget()
      throws InterruptedException, ExecutionException {
    var org = newOrganisation();
    var forTen = new Allowance(Optional.of(Price.parse("0.079 USD")), 1_000);
    int ready = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          threads.invokeAll(
              IntStream.range(0, 200)
                  .mapToObj(
                      i ->
                          (Callable<Intent>)
                              () ->
                                  messages().intend(
                                      org, MessageId.of("m" + i), MessagesEverywhere.draft(), 0,
                                      forTen, NOW))
                  .toList());
      for (var intent : all) {
        ready += intent.get() instanceof Intent.Ready ? 1 : 0;
      }
    }
    assertThat(ready).isEqualTo(10);
  }

  @Test
  void of_twenty_who_take_up_one_message_one_gets_it()
      throws InterruptedException, ExecutionException {
    var org = newOrganisation();
    int ready = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          threads.invokeAll(
              IntStream.range(0, 20)
                  .mapToObj(
                      _ ->
                          (Callable<Intent>)
                              () ->
                                  messages().intend(
                                      org, MessageId.of("one"), MessagesEverywhere.draft(), 0,
                                      new Allowance(Optional.empty(), 1_000), NOW))
                  .toList());
      for (var intent : all) {
        ready += intent.get() instanceof Intent.Ready ? 1 : 0;
      }
    }
    assertThat(ready).isEqualTo(1);
  }
}
