package dev.frontdesk.booking;

import static dev.frontdesk.booking.ConnectionStatus.BROKEN;
import static dev.frontdesk.booking.ConnectionStatus.CONNECTED;
import static dev.frontdesk.booking.ConnectionStatus.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.testkit.TransitionCoverage;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Secret;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ConnectionTest {
  private static final TransitionCoverage<ConnectionStatus, ConnectionAct> TABLE =
      TransitionCoverage.of("CalendarConnection", ConnectionMoves.TABLE);
  private static final Instant NOW = Instant.parse("2026-06-12T13:00:00Z");
  private static final Secret GRANT = new Secret("grant");

  private final CalendarConnection none = CalendarConnection.none(new OrgId("maple"));
  private final CalendarConnection connected = none.connected(Optional.of(GRANT), NOW);
  private final CalendarConnection broken = connected.broken("invalid_grant", NOW);

  @AfterAll
  static void every_line_was_taken_and_is_drawn() {
    TABLE.everyTransitionWasVisited();
    TABLE.diagramIsCurrent();
  }

  @Test
  void access_is_given_and_given_anew() {
    assertThat(connected.status()).isEqualTo(TABLE.step(NONE, ConnectionAct.CONNECT));
    assertThat(connected.connected(Optional.of(GRANT), NOW).status())
        .isEqualTo(TABLE.step(CONNECTED, ConnectionAct.CONNECT));
    assertThat(connected.stands()).isTrue();
  }

  @Test
  void access_is_taken_back_and_said_to_be_twice() {
    assertThat(broken.status()).isEqualTo(TABLE.step(CONNECTED, ConnectionAct.BREAK));
    assertThat(broken.reason()).isEqualTo("invalid_grant");
    assertThat(broken.broken("invalid_grant", NOW).status())
        .isEqualTo(TABLE.step(BROKEN, ConnectionAct.BREAK));
    assertThat(broken.stands()).isFalse();
  }

  @Test
  void what_is_broken_is_connected_again_or_mends_itself() {
    assertThat(broken.connected(Optional.of(GRANT), NOW).status())
        .isEqualTo(TABLE.step(BROKEN, ConnectionAct.CONNECT));
    assertThat(broken.mended(NOW).status()).isEqualTo(TABLE.step(BROKEN, ConnectionAct.MEND));
    assertThat(broken.mended(NOW).grant()).contains(GRANT);
    assertThat(broken.mended(NOW).reason()).isEmpty();
  }

  @Test
  void who_disconnects_leaves_no_grant_behind() {
    assertThat(connected.disconnected(NOW).status())
        .isEqualTo(TABLE.step(CONNECTED, ConnectionAct.DISCONNECT));
    assertThat(broken.disconnected(NOW).status())
        .isEqualTo(TABLE.step(BROKEN, ConnectionAct.DISCONNECT));
    assertThat(connected.disconnected(NOW).grant()).isEmpty();
  }

  @Test
  void what_never_was_connected_cannot_break() {
    assertThatThrownBy(() -> none.broken("invalid_grant", NOW))
        .isInstanceOf(IllegalStateException.class);
  }
}
