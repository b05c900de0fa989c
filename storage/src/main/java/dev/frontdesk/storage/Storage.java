package dev.frontdesk.storage;

import com.zaxxer.hikari.HikariDataSource;
import dev.frontdesk.booking.BookingStore;
import dev.frontdesk.booking.CatalogueStore;
import dev.frontdesk.booking.WaitlistStore;
import dev.frontdesk.crm.CrmSync;
import dev.frontdesk.crm.WebhookDeliveries;
import dev.frontdesk.durable.AuditLog;
import dev.frontdesk.durable.Outbox;
import dev.frontdesk.storage.StorageSettings.Database;
import dev.frontdesk.messaging.ContactStore;
import dev.frontdesk.messaging.MessageStore;
import dev.frontdesk.reporting.Acts;
import dev.frontdesk.reporting.LeadStore;
import dev.frontdesk.reporting.ReportStore;
import dev.frontdesk.reporting.RetentionStore;
import dev.frontdesk.telephony.CallStore;
import dev.frontdesk.telephony.NumberDirectory;
import dev.frontdesk.telephony.TransferStore;
import dev.frontdesk.voice.ConsentLog;
import dev.frontdesk.voice.ConversationStore;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Everything that is kept, behind the ports that other rooms own. Safe from any thread; every
/// method of every store blocks.
public final class Storage implements AutoCloseable {
  private final Optional<EmbeddedPostgres> embedded;
  private final HikariDataSource pool;
  private final Stores stores;
  private final WorkStorage work;

  private Storage(
      Optional<EmbeddedPostgres> embedded,
      HikariDataSource pool,
      Stores stores,
      WorkStorage work) {
    this.embedded = embedded;
    this.pool = pool;
    this.stores = stores;
    this.work = work;
  }

  /// Brings up the database if it is ours, migrates it and connects.
  ///
  /// @throws StorageUnavailable when that cannot be done, saying why
  public static Storage open(StorageSettings settings) {
    return switch (settings.database()) {
      case Database.Embedded(var folder, var port) -> {
        var keys = CompletableFuture.supplyAsync(() -> codec(settings));
        var postgres = EmbeddedPostgres.start(folder, port);
        try {
          var access = EmbeddedDatabase.prepare(postgres, EmbeddedDatabase.NAME);
          yield open(settings, access, joined(keys), Optional.of(postgres));
        } catch (RuntimeException e) {
          postgres.close();
          throw e;
        }
      }
      case Database.Server(var url, var owner, var app) ->
          open(settings, new Access(url, owner, app), codec(settings), Optional.empty());
    };
  }

  /// Half for each; one connection serves both.
  private static Transactions transactions(HikariDataSource pool) {
    int half = Math.max(1, pool.getMaximumPoolSize() / 2);
    return new Transactions(pool, half, Math.max(1, pool.getMaximumPoolSize() - half));
  }

  /// For a command beside a server: uses the database that the server has brought up, or brings it
  /// up itself when no server runs. A database of someone else's is simply opened.
  public static Storage openBesideServer(StorageSettings settings) {
    if (settings.database() instanceof Database.Embedded(var folder, _)) {
      var running = EmbeddedPostgres.runningElsewhere(folder);
      if (running.isPresent()) {
        return open(settings, running.get(), codec(settings), Optional.empty());
      }
    }
    return open(settings);
  }

  static Storage open(
      StorageSettings settings,
      Access access,
      PersonalDataCodec codec,
      Optional<EmbeddedPostgres> embedded) {
    Schema.migrate(access);
    var pool = access.poolForApp(settings.connections());
    var transactions = transactions(pool);
    return new Storage(
        embedded,
        pool,
        Stores.over(transactions, codec, settings.clock()),
        new WorkStorage(pool, transactions, codec, settings.clock()));
  }

  private static PersonalDataCodec joined(CompletableFuture<PersonalDataCodec> keys) {
    try {
      return keys.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StorageUnavailable told ? told : e;
    }
  }

  static PersonalDataCodec codec(StorageSettings settings) {
    return PersonalDataCodec.withKeysAt(settings.keysFile());
  }

  public BookingStore bookings() {
    return stores.bookings();
  }

  public BookingPages bookingPages() {
    return stores.bookingPages();
  }

  public WaitlistStore waitlist() {
    return stores.waitlist();
  }

  public CatalogueStore catalogues() {
    return stores.organisations();
  }

  public CallStore calls() {
    return stores.calls();
  }

  public TransferStore transfers() {
    return stores.transfers();
  }

  public NumberDirectory numbers() {
    return stores.numbers();
  }

  public ConversationStore conversations() {
    return stores.conversations();
  }

  public ConsentLog consents() {
    return stores.consents();
  }

  public Outbox outbox() {
    return stores.outbox();
  }

  public AuditLog audit() {
    return stores.audit();
  }

  /// Jobs, what keeps them going, and alarms.
  public WorkStorage work() {
    return work;
  }

  public CallBacks callBacks() {
    return stores.callBacks();
  }

  public ApiKeys apiKeys() {
    return stores.apiKeys();
  }

  public Organisations organisations() {
    return stores.organisations();
  }

  public MessageStore messages() {
    return stores.messages();
  }

  public ContactStore contacts() {
    return stores.contacts();
  }

  public CrmSync.Kept crm() {
    return stores.crm();
  }

  public WebhookDeliveries webhookDeliveries() {
    return stores.webhookDeliveries();
  }

  public CalendarStores calendar() {
    return stores.calendar();
  }

  public Acts acts() {
    return stores.reporting().acts();
  }

  public ReportStore reports() {
    return stores.reporting().reports();
  }

  public LeadStore leads() {
    return stores.reporting().leads();
  }

  public RetentionStore retention() {
    return stores.reporting().retention();
  }

  /// The PostgreSQL that this process brought up; empty when the database is someone else's.
  public Optional<EmbeddedPostgres> embedded() {
    return embedded;
  }

  @Override
  public void close() {
    pool.close();
    embedded.ifPresent(EmbeddedPostgres::close);
  }
}
