package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.lab.ChaosHistory.Acknowledged;
import dev.frontdesk.lab.ChaosVerdict.Standing;
import dev.frontdesk.lab.ChaosVerdict.Tally;
import dev.frontdesk.lab.VendorBooks.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChaosVerdictTest {
  private static final OffsetDateTime THREE = OffsetDateTime.parse("2026-12-01T15:00:00-05:00");
  private static final OffsetDateTime FOUR = OffsetDateTime.parse("2026-12-01T16:00:00-05:00");
  private static final Acknowledged BOOKED =
      new Acknowledged("o", "b", "+14155550123", THREE, "confirmed", 1, 1);
  private static final Standing STANDS = new Standing(THREE, "confirmed", 1);
  private static final Standing CANCELLED = new Standing(THREE, "cancelled", 2);

  private List<Instant> events = List.of(THREE.toInstant());
  private List<String> texts = List.of("see you at " + THREE);
  private List<Row> rows = List.of(new Row("confirmed", THREE.toInstant()));

  @Test
  void what_agrees_everywhere_is_clean() {
    assertThat(tally(Map.of("b", STANDS)).clean()).isTrue();
  }

  @Test
  void what_the_desk_does_not_have_is_lost() {
    assertThat(tally(Map.of()).lost()).isEqualTo(1);
    assertThat(tally(Map.of("b", new Standing(THREE, "confirmed", 0))).lost()).isEqualTo(1);
  }

  @Test
  void another_time_under_the_same_version_is_contradictory() {
    var tally = tally(Map.of("b", new Standing(FOUR, "confirmed", 1)));
    assertThat(tally.contradictory()).isEqualTo(4); // desk, calendar, text, records
  }

  @Test
  void each_vendor_that_has_nothing_counts_as_a_loss() {
    events = List.of();
    texts = List.of();
    rows = List.of();
    assertThat(tally(Map.of("b", STANDS)).lost()).isEqualTo(3);
  }

  @Test
  void each_vendor_that_has_it_twice_counts_as_a_duplicate() {
    events = List.of(THREE.toInstant(), THREE.toInstant());
    texts = List.of(texts.getFirst(), texts.getFirst());
    rows = List.of(rows.getFirst(), rows.getFirst());
    assertThat(tally(Map.of("b", STANDS)).duplicated()).isEqualTo(3);
  }

  @Test
  void a_cancelled_booking_must_be_cancelled_everywhere() {
    assertThat(tally(Map.of("b", CANCELLED)).contradictory()).isEqualTo(3);
    events = List.of();
    texts = List.of(texts.getFirst(), "your appointment is called off");
    rows = List.of(new Row("cancelled", THREE.toInstant()));
    assertThat(tally(Map.of("b", CANCELLED)).clean()).isTrue();
  }

  private Tally tally(Map<String, Standing> desk) {
    var books =
        new VendorBooks() {
          @Override
          public List<Instant> liveEvents(String booking) {
            return events;
          }

          @Override
          public List<String> texts(String phone) {
            return texts;
          }

          @Override
          public List<Row> rows(String booking) {
            return rows;
          }
        };
    return ChaosVerdict.of(
        List.of(BOOKED), desk, books, (text, start) -> text.contains(start.toString()));
  }
}
