package dev.frontdesk.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.storage.PersonalDataCodec.Cell;
import dev.frontdesk.vocabulary.OrgId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalDataCodecTest {
  private static final OrgId ORG = new OrgId("maple");
  private static final Cell CELL = new Cell(ORG, "customers", "phone", "c1");

  @TempDir Path folder;
  private Path file;
  private PersonalDataCodec codec;

  @BeforeEach
  void make_keys() {
    file = folder.resolve("keys");
    codec = PersonalDataCodec.withKeysAt(file);
  }

  @Test
  void what_was_sealed_opens_in_its_cell_also_after_a_restart() {
    var sealed = codec.seal(CELL, "+14155550123");

    assertThat(PersonalDataCodec.withKeysAt(file).open(CELL, sealed)).isEqualTo("+14155550123");
    assertThat(codec.seal(CELL, "+14155550123")).isNotEqualTo(sealed);
  }

  @ParameterizedTest
  @CsvSource({
    "oak,   customers, phone, c1",
    "maple, calls,     phone, c1",
    "maple, customers, name,  c1",
    "maple, customers, phone, c2",
    "maple, customersp, hone, c1"
  })
  void it_opens_in_no_other_cell(String org, String table, String column, String row) {
    var sealed = codec.seal(CELL, "+14155550123");

    assertThatThrownBy(() -> codec.open(new Cell(new OrgId(org), table, column, row), sealed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not what was written");
  }

  @Test
  void an_altered_byte_shows() {
    var sealed = codec.seal(CELL, "+14155550123");
    sealed[sealed.length - 1] ^= 1;

    assertThatThrownBy(() -> codec.open(CELL, sealed)).hasMessageContaining("cannot open");
  }

  @Test
  void a_hash_finds_its_value_in_one_organisation_and_kind_only() {
    var hash = codec.hash(ORG, "phone", "+14155550123");

    assertThat(hash)
        .hasSize(16)
        .isEqualTo(PersonalDataCodec.withKeysAt(file).hash(ORG, "phone", "+14155550123"))
        .isNotEqualTo(codec.hash(new OrgId("oak"), "phone", "+14155550123"))
        .isNotEqualTo(codec.hash(ORG, "email", "+14155550123"))
        .isNotEqualTo(codec.hash(ORG, "phone", "+14155550124"));
  }

  @Test
  void after_a_rotation_the_old_opens_the_new_is_sealed_anew_and_look_ups_stay()
      throws IOException {
    var before = codec.seal(CELL, "+14155550123");
    var oldKeys = Files.copy(file, folder.resolve("old"), StandardCopyOption.COPY_ATTRIBUTES);

    assertThat(PersonalDataCodec.rotate(file)).isEqualTo(2);
    var rotated = PersonalDataCodec.withKeysAt(file);
    var after = rotated.seal(CELL, "+14155550123");

    assertThat(rotated.open(CELL, before)).isEqualTo("+14155550123");
    assertThat(rotated.open(CELL, after)).isEqualTo("+14155550123");
    assertThat(Arrays.copyOf(after, 5)).as("another key's id").isNotEqualTo(Arrays.copyOf(before, 5));
    assertThatThrownBy(() -> PersonalDataCodec.withKeysAt(oldKeys).open(CELL, after))
        .hasMessageContaining("cannot open");
    assertThat(rotated.hash(ORG, "phone", "+14155550123"))
        .isEqualTo(codec.hash(ORG, "phone", "+14155550123"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void keys_that_are_not_there_are_not_rotated() {
    assertThatThrownBy(() -> PersonalDataCodec.rotate(folder.resolve("none")))
        .isInstanceOf(StorageUnavailable.class);
  }

  @Test
  void the_keys_are_for_the_servers_user_alone() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> PersonalDataCodec.withKeysAt(file))
        .hasRootCauseMessage(file + " may be read by others: chmod 600 it");
  }
}
