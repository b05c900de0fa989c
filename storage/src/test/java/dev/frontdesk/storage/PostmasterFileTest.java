package dev.frontdesk.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostmasterFileTest {
  private static final List<String> READY =
      List.of(
          "9589", "/data/postgres", "1795374472", "15999", "", "127.0.0.1", "  2147681  8",
          "ready   ");

  @Test
  void a_running_server_says_where_it_listens_and_that_it_is_ready() {
    assertThat(PostmasterFile.parse(READY)).contains(new PostmasterFile(9589, 15999, true));
  }

  @Test
  void one_that_starts_or_recovers_is_not_ready() {
    assertThat(PostmasterFile.parse(READY.subList(0, 5)))
        .contains(new PostmasterFile(9589, 15999, false));
    assertThat(PostmasterFile.parse(READY.subList(0, 1)))
        .contains(new PostmasterFile(9589, 0, false));
  }

  @Test
  void an_empty_or_half_written_file_is_none() {
    assertThat(PostmasterFile.parse(List.of())).isEmpty();
    assertThat(PostmasterFile.parse(List.of("95 89"))).isEmpty();
  }

  @Test
  void a_process_that_is_no_postgresql_is_not_taken_for_one() {
    long self = ProcessHandle.current().pid();

    assertThat(new PostmasterFile(self, 1, true).isAlive(Path.of("/data/postgres"))).isFalse();
    assertThat(new PostmasterFile(999_999_999, 1, true).isAlive(Path.of("/x"))).isFalse();
  }
}
