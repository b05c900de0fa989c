package dev.frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictYamlTest {

  @Test
  void values_are_read_by_their_type() {
    var yaml = parse("a: 3\nb: [x, 2]\nc: {d: 2026-06-19, e: true}\nf: 1.5\ng: null\n");

    assertThat(yaml.required("a").whole(0, 3)).isEqualTo(3);
    assertThat(yaml.required("b").items()).extracting(StrictYaml::text).containsExactly("x", "2");
    assertThat(yaml.required("c").required("d").<LocalDate>as("a date", LocalDate::parse))
        .isEqualTo("2026-06-19");
    assertThat(yaml.required("c").required("e").flag()).isTrue();
    assertThat(yaml.required("f").number(0, 2)).isEqualTo(1.5);
    assertThat(yaml.optional("g")).isEmpty();
  }

  @Test
  void an_unknown_key_is_named_with_file_line_and_field() {
    var yaml = parse("a: 1\nc:\n  d: 1\n  dd:\n    x: 2\n");

    assertThatThrownBy(() -> yaml.required("c").only("d"))
        .isInstanceOf(BadFileException.class)
        .hasMessage("f.yaml:4: c.dd: unknown; known here: d");
  }

  @Test
  void a_key_given_twice_is_an_error_at_its_second_place() {
    assertThatThrownBy(() -> parse("a: 1\nb: 2\na: 3\n").entries())
        .hasMessage("f.yaml:3: a: is given twice");
  }

  @Test
  void what_is_missing_is_named_where_it_should_stand() {
    assertThatThrownBy(() -> parse("x:\n- {id: 1}\n").required("x").items().get(0).required("name"))
        .hasMessage("f.yaml:2: x[0]: needs 'name'");
  }

  @Test
  void an_empty_value_stands_where_its_key_does() {
    assertThatThrownBy(() -> parse("a: 1\nb:\n\n\nc: 2\n").entries().get("b").text())
        .hasMessage("f.yaml:2: b: must be text, is empty; quote it");
  }

  @ParameterizedTest
  @CsvSource({"4", "-1", "1.0", "yes", "99999999999", "''"})
  void a_number_outside_its_range_is_refused(String value) {
    assertThatThrownBy(() -> parse("a: " + value).entries().get("a").whole(0, 3))
        .isInstanceOf(BadFileException.class)
        .hasMessageStartingWith("f.yaml:1: a: must be a whole number from 0 to 3");
  }

  @Test
  void text_that_a_reader_refuses_is_shown() {
    assertThatThrownBy(() -> parse("\nd: soon").required("d").as("a date", LocalDate::parse))
        .hasMessage("f.yaml:2: d: must be a date, is 'soon'");
  }

  @Test
  void broken_yaml_names_its_line() {
    assertThatThrownBy(() -> parse("a: 1\nb: [1, 2\nc: 3\n"))
        .isInstanceOf(BadFileException.class)
        .hasMessageStartingWith("f.yaml:3: not YAML");
    assertThatThrownBy(() -> parse("")).hasMessage("f.yaml:1: is empty");
  }

  private static StrictYaml parse(String text) {
    return StrictYaml.parse("f.yaml", text);
  }
}
