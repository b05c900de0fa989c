package dev.frontdesk.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.testkit.SettableClock;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.LegId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MediaTokensTest {
  private final SettableClock clock = new SettableClock(Instant.EPOCH);
  private final MediaTokens tokens = new MediaTokens(clock);

  @Test
  void a_token_opens_once() {
    var token = tokens.issue(ticket("l1", false));

    assertThat(tokens.redeem(token)).contains(ticket("l1", false));
    assertThat(tokens.redeem(token)).isEmpty();
  }

  @Test
  void a_token_expires_at_the_instant_it_says() {
    var early = tokens.issue(ticket("l1", false));
    clock.advance(MediaTokens.LIFETIME.minusNanos(1));
    assertThat(tokens.redeem(early)).isPresent();

    var late = tokens.issue(ticket("l2", false));
    clock.advance(MediaTokens.LIFETIME);
    assertThat(tokens.redeem(late)).isEmpty();
  }

  @Test
  void a_guess_opens_nothing_and_spends_nothing() {
    var token = tokens.issue(ticket("l1", false));
    var last = token.charAt(39);
    var guess = token.substring(0, 39) + (last == 'A' ? 'B' : 'A');

    assertThat(tokens.redeem(guess)).isEmpty();
    assertThat(tokens.redeem("")).isEmpty();
    assertThat(tokens.redeem(token + "A")).isEmpty();
    assertThat(tokens.redeem(token)).isPresent();
  }

  @Test
  void asking_again_gives_the_same_token_until_it_is_spent() {
    var token = tokens.issue(ticket("l1", false));
    assertThat(tokens.issue(ticket("l1", false))).isEqualTo(token);

    tokens.redeem(token);

    assertThat(tokens.issue(ticket("l1", false))).isNotEqualTo(token);
  }

  @Test
  void a_newer_ticket_of_a_leg_makes_the_older_token_worthless() {
    var first = tokens.issue(ticket("l1", false));
    var resumed = tokens.issue(ticket("l1", true));

    assertThat(tokens.redeem(first)).isEmpty();
    assertThat(tokens.redeem(resumed)).contains(ticket("l1", true));
  }

  private static MediaTicket ticket(String leg, boolean resumed) {
    return new MediaTicket(
        new OrgId("maple"),
        new CallId("c1"),
        new LegId(leg),
        Optional.empty(),
        Optional.empty(),
        Optional.of("CA1"),
        AudioFormat.PHONE,
        resumed ? LegOpening.RESUMED : LegOpening.NEW);
  }
}
