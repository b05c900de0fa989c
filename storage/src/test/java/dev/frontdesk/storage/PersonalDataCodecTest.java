package dev.frontdesk.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.storage.PersonalDataCodec.Cell;
import dev.frontdesk.vocabulary.OrgId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
  void the_keys_are_for_the_servers_user_alone() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> PersonalDataCodec.withKeysAt(file))
        .hasRootCauseMessage(file + " may be read by others: chmod 600 it");
  }
}
