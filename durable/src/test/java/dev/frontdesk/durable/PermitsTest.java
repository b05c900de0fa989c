package dev.frontdesk.durable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.durable.JobKind.Urgency;
import dev.frontdesk.vocabulary.OrgId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PermitsTest {
  private static final OrgId ONE = new OrgId("one");
  private static final OrgId OTHER = new OrgId("other");
  private static final OrgId THIRD = new OrgId("third");
  private static final JobKind CONFIRM =
      new JobKind("test.confirm", "narrow", Urgency.CONFIRMATION);
  private static final JobKind RECORD = new JobKind("test.record", "wide", Urgency.RECORD);

  private final JobPolicies policies =
      new JobPolicies(
          Map.of(
              "narrow", IntegrationPolicy.DEFAULT.atOnce(2, 1),
              "wide", IntegrationPolicy.DEFAULT.atOnce(100, 100)));
  private final Permits permits = new Permits(10, policies);
  private final List<String> called = new ArrayList<>();

  @Test
  void one_organisation_has_no_more_than_its_share() {
    assertThat(take(ONE, CONFIRM)).isTrue();
    assertThat(take(ONE, CONFIRM)).isFalse();
    assertThat(take(OTHER, CONFIRM)).isTrue();
  }

  @Test
  void an_integration_has_no_more_than_its_concurrency_and_who_was_refused_is_called_in_turn() {
    take(ONE, CONFIRM);
    take(OTHER, CONFIRM);
    assertThat(take(THIRD, CONFIRM)).isFalse();
    assertThat(called).isEmpty();

    permits.giveBack(ONE, CONFIRM);

    assertThat(called).containsExactly("third");
    assertThat(take(THIRD, CONFIRM)).isTrue();
    permits.giveBack(OTHER, CONFIRM);
    assertThat(called).as("called once").containsExactly("third");
  }

  @Test
  void records_leave_room_for_what_is_more_urgent() {
    int records = 0;
    while (take(ONE, RECORD)) {
      records++;
    }
    assertThat(records).isEqualTo(6);
    assertThat(take(OTHER, CONFIRM)).isTrue();
  }

  private boolean take(OrgId org, JobKind kind) {
    return permits.take(org, kind, () -> called.add(org.value()));
  }
}
