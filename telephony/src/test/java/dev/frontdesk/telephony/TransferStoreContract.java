package dev.frontdesk.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.vocabulary.AgentVersion;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.LegId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every store of transfers does.
public abstract class TransferStoreContract {
  protected static final OrgId MAPLE = new OrgId("maple");
  protected static final OrgId OTHER = new OrgId("other");
  protected static final Instant NINE = Instant.parse("2026-06-12T09:00:00Z");

  private static final CallId CALL = new CallId("c1");
  private static final PhoneNumber FRONT = new PhoneNumber("+14155550199");
  private static final PhoneNumber BACK = new PhoneNumber("+14155550198");

  protected abstract TransferStore store();

  protected abstract CallStore calls();

  @Test
  void the_newest_attempt_is_the_one_that_counts() {
    call();
    assertThat(store().latest(MAPLE, CALL)).isEmpty();
    var first = store().ask(MAPLE, CALL, FRONT, NINE);
    var second = store().ask(MAPLE, CALL, BACK, NINE.plusSeconds(60));

    assertThat(first.attempt()).isEqualTo(1);
    assertThat(second.attempt()).isEqualTo(2);
    assertThat(store().latest(MAPLE, CALL)).contains(second);
  }

  @Test
  void an_attempt_moves_only_from_the_status_it_was_decided_on() {
    call();
    var asked = store().ask(MAPLE, CALL, FRONT, NINE);

    assertThat(store().move(asked, TransferStatus.RINGING, NINE.plusSeconds(1))).isTrue();
    assertThat(store().move(asked, TransferStatus.GIVEN_UP, NINE.plusSeconds(2))).isFalse();

    var now = store().latest(MAPLE, CALL).orElseThrow();
    assertThat(now.status()).isEqualTo(TransferStatus.RINGING);
    assertThat(now.to()).isEqualTo(FRONT);
    assertThat(now.movedAt()).isEqualTo(NINE.plusSeconds(1));
    assertThat(now.askedAt()).isEqualTo(NINE);
  }

  @Test
  void another_organisation_sees_nothing_of_it() {
    call();
    var asked = store().ask(MAPLE, CALL, FRONT, NINE);
    var theirs =
        new Transfer(OTHER, CALL, 1, FRONT, TransferStatus.ASKED, asked.askedAt(), NINE);

    assertThat(store().latest(OTHER, CALL)).isEmpty();
    assertThat(store().move(theirs, TransferStatus.RINGING, NINE)).isFalse();
  }

  private void call() {
    var call =
        Call.opened(
            MAPLE, CALL, CallType.INBOUND_PHONE_CALL, Optional.empty(), Optional.empty(),
            new AgentVersion("test"), NINE);
    calls().open(
        call,
        new Leg(
            MAPLE, CALL, new LegId("l1"), Direction.INBOUND, LegStatus.RINGING, "twilio",
            Optional.of("CA1"), AudioFormat.PHONE, NINE));
  }
}
