package dev.frontdesk.reporting.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.reporting.spi.RecordingStore.Key;
import dev.frontdesk.reporting.spi.RecordingStore.Stored;
import dev.frontdesk.vocabulary.LegId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every recording store does.
public abstract class RecordingStoreContract {
  private static final Key KEY = new Key(new OrgId("maple"), new LegId("leg-1"));

  @TempDir Path folder = Path.of("");

  /// An empty one, the same within a test.
  protected abstract RecordingStore store();

  @Test
  void what_was_put_is_found_with_its_size_and_content() throws IOException {
    var file = recording(70_000, 1);

    var stored = ok(store().put(KEY, file));

    assertThat(stored.bytes()).isEqualTo(70_000);
    assertThat(stored.sha256()).matches("[0-9a-f]{64}");
    assertThat(ok(store().find(KEY))).contains(stored);
    assertThat(content(store(), KEY)).contains(Files.readAllBytes(file));
  }

  @Test
  void an_empty_recording_is_a_recording() throws IOException {
    ok(store().put(KEY, recording(0, 1)));

    assertThat(ok(store().find(KEY)).map(Stored::bytes)).contains(0L);
    assertThat(content(store(), KEY)).contains(new byte[0]);
  }

  @Test
  void what_was_never_put_is_not_there() throws IOException {
    assertThat(ok(store().find(KEY))).isEmpty();
    assertThat(content(store(), KEY)).isEmpty();
    assertThat(ok(store().delete(KEY))).isFalse();
  }

  @Test
  void putting_the_same_again_leaves_one() throws IOException {
    var file = recording(1_000, 1);
    var first = ok(store().put(KEY, file));

    assertThat(ok(store().put(KEY, file))).isEqualTo(first);
    assertThat(ok(store().delete(KEY))).isTrue();
    assertThat(ok(store().find(KEY))).isEmpty();
  }

  @Test
  void other_content_replaces_what_was_there() throws IOException {
    ok(store().put(KEY, recording(1_000, 1)));
    var other = recording(2_000, 2);
    var second = ok(store().put(KEY, other));

    assertThat(ok(store().find(KEY))).contains(second);
    assertThat(content(store(), KEY)).contains(Files.readAllBytes(other));
  }

  @Test
  void what_was_deleted_is_gone_and_deleting_again_is_no_failure() throws IOException {
    ok(store().put(KEY, recording(10, 1)));

    assertThat(ok(store().delete(KEY))).isTrue();
    assertThat(ok(store().delete(KEY))).isFalse();
    assertThat(content(store(), KEY)).isEmpty();
  }

  @Test
  void organisations_and_legs_do_not_share_a_place() throws IOException {
    var other = new Key(new OrgId("oak"), KEY.leg());
    var another = new Key(KEY.org(), new LegId("leg-2"));
    ok(store().put(KEY, recording(10, 1)));
    ok(store().put(other, recording(20, 2)));
    ok(store().put(another, recording(30, 3)));

    assertThat(ok(store().find(KEY)).map(Stored::bytes)).contains(10L);
    assertThat(ok(store().find(other)).map(Stored::bytes)).contains(20L);
    assertThat(ok(store().find(another)).map(Stored::bytes)).contains(30L);
  }

  @Test
  void ids_that_a_url_or_a_shell_would_misread_are_taken_as_they_are() throws IOException {
    var odd = new Key(new OrgId("a&b=c+d%20#?"), new LegId("l~e'g(1)*,;:@!$"));
    var stored = ok(store().put(odd, recording(40, 4)));

    assertThat(ok(store().find(odd))).contains(stored);
    assertThat(ok(store().delete(odd))).isTrue();
  }

  protected Path recording(int bytes, long seed) throws IOException {
    var content = new byte[bytes];
    new Random(seed).nextBytes(content);
    return Files.write(folder.resolve("recording-" + bytes + "-" + seed + ".wav"), content);
  }

  protected static <T> T ok(ProviderResult<T> result) {
    assertThat(result).isInstanceOf(Ok.class);
    return ((Ok<T>) result).value();
  }

  private static Optional<byte[]> content(RecordingStore store, Key key) throws IOException {
    Optional<InputStream> open = ok(store.open(key));
    if (open.isEmpty()) {
      return Optional.empty();
    }
    try (var in = open.get()) {
      return Optional.of(in.readAllBytes());
    }
  }
}
