package dev.frontdesk.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.booking.SlotTokens.Offered;
import dev.frontdesk.booking.SlotTokens.Reading;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.Secret;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.Slot;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotTokensTest {
  private static final Instant NOW = Instant.parse("2026-06-12T16:00:00Z");
  private static final OrgId ORG = new OrgId("shop");
  private static final CallId CALL = new CallId("call-1");
  private static final Reading INVALID = new Reading.Bad(TokenProblem.INVALID);

  private final SlotTokens tokens = tokens("one key of at least 32 characters");
  private final Offered offered =
      new Offered(
          new ServiceId("haircut"),
          new Slot(NOW.plusSeconds(3600), NOW.plusSeconds(5400)),
          List.of(new ResourceId("ana"), new ResourceId("chair-1")),
          Optional.empty(),
          NOW);

  @Test
  void a_token_says_what_was_offered() {
    assertThat(read(tokens.issue(ORG, CALL, offered))).isEqualTo(new Reading.Valid(offered));
  }

  @Test
  void a_token_for_a_move_says_what_is_moved() {
    var move =
        new Offered(
            offered.service(),
            offered.slot(),
            offered.resources(),
            Optional.of(new BookingId("b1")),
            NOW);

    assertThat(read(tokens.issue(ORG, CALL, move))).isEqualTo(new Reading.Valid(move));
  }

  @Test
  void it_expires_at_the_end_of_its_life() {
    var token = tokens.issue(ORG, CALL, offered);

    assertThat(tokens.read(ORG, CALL, token, NOW.plusSeconds(899)))
        .isEqualTo(new Reading.Valid(offered));
    assertThat(tokens.read(ORG, CALL, token, NOW.plusSeconds(900)))
        .isEqualTo(new Reading.Bad(TokenProblem.EXPIRED));
  }

  @Test
  void it_is_bound_to_its_organisation_and_call() {
    var token = tokens.issue(ORG, CALL, offered);

    assertThat(tokens.read(new OrgId("other"), CALL, token, NOW)).isEqualTo(INVALID);
    assertThat(tokens.read(ORG, new CallId("call-2"), token, NOW)).isEqualTo(INVALID);
  }

  @Test
  void another_key_signs_nothing_for_us() {
    var foreign = tokens("another key of at least 32 letters").issue(ORG, CALL, offered);

    assertThat(read(foreign)).isEqualTo(INVALID);
  }

  @Test
  void no_character_can_be_changed() {
    var token = tokens.issue(ORG, CALL, offered).value();
    for (int i = 0; i < token.length(); i++) {
      var altered = new StringBuilder(token);
      altered.setCharAt(i, token.charAt(i) == 'A' ? 'B' : 'A');
      // The last character of a part may hold bits that say nothing.
      var reading = read(new SlotToken(altered.toString()));
      assertThat(reading).isIn(INVALID, new Reading.Valid(offered));
      if (i < token.indexOf('.') - 1) {
        assertThat(reading).isEqualTo(INVALID);
      }
    }
  }

  @Test
  void what_it_says_cannot_be_swapped() {
    var token = tokens.issue(ORG, CALL, offered).value();
    var parts = token.split("\\.");
    var text = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
    var bens = encode(text.replace("ana", "ben")) + "." + parts[1];

    assertThat(read(new SlotToken(bens))).isEqualTo(INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a", "a.", ".b", "a.b", "ä.ö", "AAAA.AAAA", "a.b.c", "=.="})
  void rubbish_is_no_token(String rubbish) {
    assertThat(read(new SlotToken(rubbish))).isEqualTo(INVALID);
    assertThat(read(new SlotToken(rubbish.repeat(5_000)))).isEqualTo(INVALID);
  }

  @Test
  void a_token_does_not_print() {
    assertThat(tokens.issue(ORG, CALL, offered)).hasToString("a slot token");
  }

  @Test
  void a_short_key_is_refused() {
    assertThatThrownBy(() -> tokens("31 characters are one too few.."))
        .hasMessageContaining("32 bytes");
  }

  private static String encode(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private Reading read(SlotToken token) {
    return tokens.read(ORG, CALL, token, NOW);
  }

  private static SlotTokens tokens(String key) {
    return new SlotTokens(new Secret(key), Duration.ofMinutes(15));
  }
}
