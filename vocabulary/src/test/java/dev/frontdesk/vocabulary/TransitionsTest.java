package dev.frontdesk.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TransitionsTest {
  private enum Door {
    SHUT,
    AJAR,
    GONE
  }

  private enum Push {
    OPEN,
    CLOSE,
    KICK
  }

  private static final Transitions<Door, Push> TABLE =
      Transitions.<Door, Push>startingAt(Door.SHUT)
          .from(Door.SHUT).on(Push.OPEN).to(Door.AJAR)
          .from(Door.AJAR).on(Push.OPEN).stays().on(Push.CLOSE).to(Door.SHUT)
          .on(Push.KICK).to(Door.GONE)
          .table();

  @Test
  void an_event_leads_where_its_row_says() {
    assertThat(TABLE.initial()).isEqualTo(Door.SHUT);
    assertThat(TABLE.next(Door.SHUT, Push.OPEN)).contains(Door.AJAR);
    assertThat(TABLE.after(Door.AJAR, Push.OPEN)).isEqualTo(Door.AJAR);
    assertThat(TABLE.rows()).hasSize(4);
  }

  @Test
  void what_has_no_row_does_not_happen() {
    assertThat(TABLE.next(Door.SHUT, Push.KICK)).isEmpty();
    assertThatThrownBy(() -> TABLE.after(Door.SHUT, Push.KICK))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("KICK cannot happen in SHUT");
  }

  @Test
  void a_state_without_rows_is_an_end() {
    assertThat(TABLE.isEnd(Door.GONE)).isTrue();
    assertThat(TABLE.isEnd(Door.AJAR)).isFalse();
  }

  @Test
  void an_event_cannot_lead_to_two_places() {
    var twice =
        Transitions.<Door, Push>startingAt(Door.SHUT)
            .from(Door.SHUT).on(Push.OPEN).to(Door.AJAR).on(Push.OPEN).to(Door.GONE);

    assertThatThrownBy(twice::table).hasMessage("two rows for SHUT on OPEN");
  }
}
