package dev.frontdesk.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.reporting.spi.RecordingStore;
import dev.frontdesk.reporting.spi.RecordingStore.Key;
import dev.frontdesk.reporting.spi.RecordingStoreContract;
import dev.frontdesk.vocabulary.LegId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRecordingsTest extends RecordingStoreContract {
  @TempDir Path root = Path.of("");

  @Override
  protected RecordingStore store() {
    return new LocalRecordings(root);
  }

  @Test
  void an_id_cannot_leave_its_folder() {
    assertThatThrownBy(() -> new Key(new OrgId(".."), new LegId("leg")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Key(new OrgId("org"), new LegId(".")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_folder_that_cannot_be_written_may_be_tried_again() throws IOException {
    var taken = Files.writeString(root.resolve("maple"), "a file where the folder should be");
    var key = new Key(new OrgId("maple"), new LegId("leg"));

    assertThat(store().put(key, taken)).isInstanceOfSatisfying(
        Failed.class, failed -> assertThat(failed.failure()).isInstanceOf(Retryable.class));
  }
}
