package dev.frontdesk.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The second wall. Tables are asked of the catalogue, so that none can be forgotten.
class RowLevelSecurityTest {
  private static final String OURS =
      """
      from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and c.relname <> 'flyway_schema_history'""";

  private static OrgId one;
  private static OrgId other;

  @BeforeAll
  static void two_organisations_have_rows_in_every_table() {
    one = TestStorage.newOrganisation();
    other = TestStorage.newOrganisation();
    RowsEverywhere.of(one);
    RowsEverywhere.of(other);
  }

  @Test
  void every_table_holds_rows_of_two_organisations_so_that_the_tests_below_say_something()
      throws SQLException {
    try (var connection = TestStorage.asSuperuser()) {
      for (var table : tables(connection)) {
        assertThat(count(connection, "select count(distinct org_id) from " + table))
            .as(table)
            .isGreaterThanOrEqualTo(2);
      }
    }
  }

  @Test
  void a_connection_that_has_named_no_organisation_reads_no_row_of_any_table()
      throws SQLException {
    try (var connection = TestStorage.asApp()) {
      for (var table : tables(connection)) {
        assertThat(count(connection, "select count(*) from " + table)).as(table).isZero();
      }
    }
  }

  @Test
  void a_pooled_connection_forgets_the_organisation_at_the_end_of_the_transaction()
      throws SQLException {
    try (var connection = TestStorage.asApp()) {
      connection.setAutoCommit(false);
      count(connection, "select length(set_config('app.org', '" + one.value() + "', true))");
      connection.commit();
      for (var table : tables(connection)) {
        assertThat(count(connection, "select count(*) from " + table)).as(table).isZero();
      }
    }
  }

  @Test
  void one_organisation_never_sees_anothers_rows() throws SQLException {
    try (var connection = TestStorage.asApp()) {
      count(connection, "select length(set_config('app.org', '" + one.value() + "', false))");
      for (var table : tables(connection)) {
        assertThat(count(connection, "select count(*) from " + table)).as(table).isPositive();
        assertThat(count(connection,
                "select count(*) from " + table + " where org_id <> '" + one.value() + "'"))
            .as(table)
            .isZero();
      }
    }
  }

  @Test
  void one_organisation_cannot_write_rows_of_another() throws SQLException {
    try (var connection = TestStorage.asApp()) {
      count(connection, "select length(set_config('app.org', '" + one.value() + "', false))");
      assertThatThrownBy(() -> {
            try (var statement = connection.createStatement()) {
              statement.execute(
                  "insert into turns values ('" + other.value() + "', 'c', 1, 0, 0, 0, 0)");
            }
          })
          .hasMessageContaining("row-level security");
    }
  }

  @Test
  void every_table_is_fenced_and_owned_by_a_role_that_the_server_is_not() throws SQLException {
    try (var connection = TestStorage.asSuperuser()) {
      assertThat(texts(connection, "select relname " + OURS + " and not relrowsecurity")).isEmpty();
      assertThat(texts(connection,
              "select relname " + OURS + " and relowner <> 'frontdesk_owner'::regrole"))
          .isEmpty();
      assertThat(texts(connection, """
              select rolname from pg_roles where rolname = 'frontdesk_app'
                 and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)"""))
          .isEmpty();
      assertThat(texts(connection, """
              select p.tablename from pg_policies p
               where p.schemaname = 'public' and (p.qual is distinct from p.with_check
                  or p.qual <> '(org_id = current_setting(''app.org''::text, true))')"""))
          .isEmpty();
    }
  }

  @Test
  void org_id_leads_every_key_and_every_index() throws SQLException {
    try (var connection = TestStorage.asSuperuser()) {
      assertThat(texts(connection, """
              select i.indexrelid::regclass::text from pg_index i
                join pg_class c on c.oid = i.indrelid
                join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
               where c.relnamespace = 'public'::regnamespace
                 and c.relname <> 'flyway_schema_history' and a.attname <> 'org_id'"""))
          .as("front_doors is where one asks before the organisation is known")
          .containsExactly("front_doors_pkey");
    }
  }

  @Test
  void nothing_asks_the_database_for_the_time() throws SQLException {
    try (var connection = TestStorage.asSuperuser()) {
      assertThat(texts(connection, """
              select pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d
                join pg_class c on c.oid = d.adrelid
               where c.relnamespace = 'public'::regnamespace
                 and c.relname <> 'flyway_schema_history'"""))
          .noneMatch(text -> text.matches("(?is).*(now\\(|current_|clock_|statement_time).*"));
      assertThat(texts(connection, """
              select p.prosrc from pg_proc p where p.proowner = 'frontdesk_owner'::regrole"""))
          .noneMatch(text -> text.matches("(?is).*(now\\(|current_time|current_date|clock_).*"));
    }
  }

  @Test
  void the_servers_role_may_look_behind_a_door_but_not_list_the_doors() throws SQLException {
    var number = TestStorage.numberOf(one).e164();
    try (var connection = TestStorage.asApp()) {
      assertThat(texts(connection, "select org_behind('number', '" + number + "')"))
          .containsExactly(one.value());
      assertThat(count(connection, "select count(*) from front_doors")).isZero();
    }
    assertThat(TestStorage.shared().calls().find(other, new CallId("call-" + one.value())))
        .isEmpty();
  }

  private static List<String> tables(Connection connection) throws SQLException {
    var tables = texts(connection, "select relname " + OURS + " order by relname");
    assertThat(tables).contains("organisations", "audit", "calls");
    return tables;
  }

  private static int count(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
