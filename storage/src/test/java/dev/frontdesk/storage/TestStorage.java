package dev.frontdesk.storage;

import dev.frontdesk.booking.Catalogue;
import dev.frontdesk.booking.Organisation;
import dev.frontdesk.booking.Resource;
import dev.frontdesk.booking.Service;
import dev.frontdesk.booking.TimeSpan;
import dev.frontdesk.booking.WeeklySchedule;
import dev.frontdesk.booking.Working;
import dev.frontdesk.testkit.SettableClock;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// A real storage on a real PostgreSQL below `target`, one for all tests of a JVM, freshly
/// migrated. Tests keep apart by taking an organisation of their own.
public final class TestStorage {
  public static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  public static final SettableClock CLOCK = new SettableClock(NINE);

  private static final String DATABASE = "frontdesk_test";
  private static final AtomicInteger ORGANISATIONS = new AtomicInteger();

  private TestStorage() {}

  private static final class Shared {
    static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.start(Path.of("target/storage"));
    static final Access ACCESS = fresh(POSTGRES);
    static final Storage STORAGE = anotherNode(ACCESS);

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> {
        STORAGE.close();
        POSTGRES.close();
      }));
    }

    private static Access fresh(EmbeddedPostgres postgres) {
      try (var connection = EmbeddedDatabase.superuser(postgres);
          var statement = connection.createStatement()) {
        statement.execute("drop database if exists " + DATABASE + " with (force)");
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return EmbeddedDatabase.prepare(postgres, DATABASE);
    }
  }

  public static Storage shared() {
    return Shared.STORAGE;
  }

  /// A new organisation with one number: Ana cuts hair from nine to five in New York.
  public static OrgId newOrganisation() {
    var n = ORGANISATIONS.incrementAndGet();
    var org = new OrgId("org-" + n);
    shared().organisations().save(catalogue(org, "Organisation " + n), Set.of(numberOf(n)));
    return org;
  }

  /// Makes an organisation that offers what the others here do.
  static void save(Organisation organisation) {
    var like = catalogue(organisation.id(), organisation.name());
    shared().organisations().save(
        new Catalogue(organisation, like.services(), like.resources()), Set.of());
  }

  static Catalogue catalogue(OrgId org, String name) {
    var zone = ZoneId.of("America/New_York");
    var week = new EnumMap<DayOfWeek, List<TimeSpan>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      week.put(day, List.of(TimeSpan.parse("09:00-17:00")));
    }
    return new Catalogue(
        new Organisation(org, name, zone, Optional.of("12 Maple Street"), Map.of()),
        List.of(Service.of(new ServiceId("haircut"), "Haircut", Duration.ofMinutes(30))),
        List.of(
            Resource.person(
                new ResourceId("ana"), "Ana", Working.weekly(zone, new WeeklySchedule(week)))));
  }

  /// This organisation as if it had just come: nothing of it is kept from before.
  public static void fresh(OrgId org) {
    shared();
    try (var superuser = asSuperuser(); var statement = superuser.createStatement()) {
      statement.execute("set session_replication_role = replica"); // past keys and triggers
      statement.execute("""
          do $$ declare tab regclass; begin
            for tab in select c.oid from pg_class c
                where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                  and c.relname <> 'flyway_schema_history'
            loop execute format('delete from %%s where org_id = %%L', tab, '%s'); end loop;
          end $$""".formatted(org.value()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    shared().organisations().save(catalogue(org, org.value()), Set.of());
  }

  static PhoneNumber numberOf(int n) {
    return new PhoneNumber("+1212555%04d".formatted(n));
  }

  static PhoneNumber numberOf(OrgId org) {
    return numberOf(Integer.parseInt(org.value().substring("org-".length())));
  }

  /// A second server on the same database.
  static Storage anotherNode() {
    return anotherNode(access());
  }

  private static Storage anotherNode(Access access) {
    return Storage.open(settings(), access, Storage.codec(settings()), Optional.empty());
  }

  /// A second server whose clock is its own.
  static Storage anotherNode(Clock clock) {
    var like = settings();
    var settings =
        new StorageSettings(like.database(), like.keysFile(), clock, like.connections());
    return Storage.open(settings, access(), Storage.codec(settings), Optional.empty());
  }

  static StorageSettings settings() {
    var home = Path.of("target/storage");
    return new StorageSettings(
        new StorageSettings.Database.Embedded(home, 0),
        home.resolve("personal-data.keys"),
        CLOCK,
        StorageSettings.CONNECTIONS);
  }

  static EmbeddedPostgres postgres() {
    return Shared.POSTGRES;
  }

  static Access access() {
    return Shared.ACCESS;
  }

  static Connection asOwner() throws SQLException {
    return connect(Access.OWNER, access().ownerPassword().reveal());
  }

  static Connection asApp() throws SQLException {
    return connect(Access.APP, access().appPassword().reveal());
  }

  static Connection asSuperuser() throws SQLException {
    return connect("postgres", postgres().superuserPassword().reveal());
  }

  private static Connection connect(String role, String password) throws SQLException {
    shared();
    return DriverManager.getConnection(access().jdbcUrl(), role, password);
  }
}
