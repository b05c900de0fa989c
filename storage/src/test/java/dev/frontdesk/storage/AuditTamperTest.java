package dev.frontdesk.storage;

import static dev.frontdesk.storage.TestStorage.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.durable.AuditChain.Verdict;
import dev.frontdesk.durable.AuditEntry;
import dev.frontdesk.vocabulary.OrgId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTamperTest {
  private final OrgId org = TestStorage.newOrganisation();

  @Test
  void many_writers_at_once_make_one_unbroken_chain() {
    try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 60; i++) {
        var actor = "call:" + i;
        writers.submit(() -> append(actor));
      }
    }

    assertThat(TestStorage.shared().audit().after(org, 0, 100)).hasSize(61);
    assertThat(verdict()).isInstanceOf(Verdict.Intact.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "update audit set actor = 'someone else' where org_id = '%s'",
    "delete from audit where org_id = '%s'",
    "truncate audit",
    "update chain_heads set seq = 1 where org_id = '%s'",
    "delete from chain_heads where org_id = '%s'",
    "truncate chain_heads"
  })
  void the_database_refuses_to_rewrite_the_log_even_to_the_tables_owner(String sql)
      throws SQLException {
    append("call:1");
    try (var owner = TestStorage.asOwner()) {
      assertThatThrownBy(() -> execute(owner, sql.formatted(org.value())))
          .hasMessageContaining("only ever appended to");
    }
    try (var app = TestStorage.asApp()) {
      execute(app, "select set_config('app.org', '" + org.value() + "', false)");
      assertThatThrownBy(() -> execute(app, sql.formatted(org.value())))
          .satisfiesAnyOf(
              e -> assertThat(e).hasMessageContaining("only ever appended to"),
              e -> assertThat(e).hasMessageContaining("permission denied"));
    }
  }

  @Test
  void a_superuser_who_lifts_the_triggers_is_found_out() throws SQLException {
    append("call:1");
    append("call:2");
    append("call:3");
    assertThat(verdict()).isInstanceOf(Verdict.Intact.class);

    tamper("update audit set object = 'booking:other' where org_id = '%s' and seq = 3");
    assertThat(verdict()).isEqualTo(new Verdict.Broken(3, "is not what was written"));

    tamper("delete from audit where org_id = '%s' and seq = 3");
    assertThat(verdict()).isEqualTo(new Verdict.Broken(3, "missing, next is 4"));

    tamper("delete from audit where org_id = '%s' and seq > 2");
    assertThat(verdict()).isEqualTo(new Verdict.Broken(3, "chain ends at 2, noted was 4"));
  }

  private void append(String actor) {
    TestStorage.shared().audit().append(
        AuditEntry.of(org, actor, "booking.confirmed", "booking:b1", "start=x", NINE));
  }

  private Verdict verdict() {
    return TestStorage.shared().audit().verify(org);
  }

  private void tamper(String sql) throws SQLException {
    try (var superuser = TestStorage.asSuperuser()) {
      execute(superuser, "set session_replication_role = replica"); // triggers sleep
      execute(superuser, sql.formatted(org.value()));
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
