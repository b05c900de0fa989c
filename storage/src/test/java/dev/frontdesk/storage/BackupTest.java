package dev.frontdesk.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.durable.AuditChain;
import dev.frontdesk.storage.Backup.Written;
import dev.frontdesk.telephony.SpokenLine;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A backup is made once, of a server at work, and then put to every use.
class BackupTest {
  private static final OrgId ORG = new OrgId("org-1");
  private static final CallId BEFORE = new CallId("call-before");

  @TempDir static Path folder;
  private static Storage storage;
  private static Written backup;
  private static int doneBefore;

  @BeforeAll
  static void a_backup_while_somebody_writes() throws Exception {
    var data = folder.resolve("data");
    storage = Storage.open(StorageSettings.embedded(data, TestStorage.CLOCK));
    storage.organisations().save(TestStorage.catalogue(ORG, "Maple Street"), Set.of());
    call(BEFORE);
    Files.createDirectories(data.resolve("recordings/org-1"));
    Files.writeString(data.resolve("recordings/org-1/leg.wav"), "sound");
    var stop = new AtomicBoolean();
    var written = new java.util.concurrent.atomic.AtomicInteger();
    var writer =
        Thread.ofVirtual().start(() -> {
          for (int i = 0; !stop.get(); i++) {
            call(new CallId("call-" + i));
            written.incrementAndGet();
          }
        });
    while (written.get() < 20) {
      Thread.onSpinWait();
    }
    doneBefore = written.get();
    backup = Backup.write(data, folder.resolve("backups"), TestStorage.NINE);
    stop.set(true);
    writer.join();
  }

  @AfterAll
  static void close() {
    storage.close();
  }

  @Test
  void everything_committed_before_is_restored_and_what_is_sealed_opens() throws IOException {
    var data = folder.resolve("restored");

    var restored = Restore.into(data, backup.rows(), backup.keys());

    assertThat(restored.organisations()).isEqualTo(1);
    assertThat(restored.calls()).isGreaterThan(doneBefore);
    try (var again = Storage.open(StorageSettings.embedded(data, TestStorage.CLOCK))) {
      var calls = again.calls();
      assertThat(calls.find(ORG, BEFORE).orElseThrow().customer().orElseThrow().e164())
          .isEqualTo("+14155550123");
      assertThat(calls.transcript(ORG, BEFORE).getFirst().text().text()).isEqualTo("hello");
      assertThat(again.audit().verify(ORG)).isInstanceOf(AuditChain.Verdict.Intact.class);
      call(again, new CallId("call-after"));
    }
    assertThat(Files.readString(data.resolve("recordings/org-1/leg.wav"))).isEqualTo("sound");
  }

  @Test
  void the_rows_without_the_keys_are_of_no_use_and_hold_none() {
    assertThatThrownBy(() -> Restore.into(folder.resolve("no-keys"), backup.rows(), backup.rows()))
        .hasMessageContaining("not the two of one backup");
  }

  @Test
  void only_their_owner_may_read_the_archives() throws IOException {
    for (var archive : new Path[] {backup.rows(), backup.keys()}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
          .isEqualTo("rw-------");
    }
    try (var files = Files.list(folder.resolve("backups"))) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void a_damaged_archive_is_refused_and_nothing_is_put_in_place() throws IOException {
    byte[] bytes = Files.readAllBytes(backup.rows());
    var cut = Files.write(folder.resolve("cut.tar.gz"),
        java.util.Arrays.copyOf(bytes, bytes.length / 2));

    assertThatThrownBy(() -> Restore.into(folder.resolve("damaged"), cut, backup.keys()))
        .isInstanceOf(StorageUnavailable.class);
    assertThat(folder.resolve("damaged/postgres")).doesNotExist();
  }

  @Test
  void a_database_that_is_there_is_never_overwritten() {
    assertThatThrownBy(() -> Restore.into(folder.resolve("data"), backup.rows(), backup.keys()))
        .hasMessageContaining("is there already");
  }

  @Test
  void there_is_nothing_to_back_up_in_an_empty_folder() {
    assertThatThrownBy(
            () -> Backup.write(folder.resolve("none"), folder.resolve("b"), TestStorage.NINE))
        .hasMessageContaining("nothing to back up");
  }

  private static void call(CallId id) {
    call(storage, id);
  }

  private static void call(Storage storage, CallId id) {
    storage.calls().open(RowsEverywhere.call(ORG, id), RowsEverywhere.leg(ORG, id));
    var line =
        new SpokenLine(SpokenLine.Speaker.CALLER, new Transcript("hello"), TestStorage.NINE);
    storage.calls().appendLine(ORG, id, line);
    storage.callBacks().request(ORG, id, RowsEverywhere.call(ORG, id).customer().orElseThrow());
  }
}
