package dev.frontdesk.durable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.TraceId;
import org.junit.jupiter.api.Test;

class ActiveTraceTest {
  private static final CallId CALL = new CallId("01997c1e-8a00-7abc-9def-0123456789ab");

  @Test
  void all_rows_of_a_call_share_its_trace() {
    assertThat(ActiveTrace.orOf(CALL)).isEqualTo(new TraceId("01997c1e8a007abc9def0123456789ab"));
  }

  @Test
  void a_call_id_of_another_form_has_a_trace_too() {
    var other = new CallId("call-1");

    assertThat(ActiveTrace.orOf(other)).isEqualTo(ActiveTrace.orOf(other));
  }

  @Test
  void a_bound_trace_goes_before() {
    var bound = new TraceId("f".repeat(32));

    ScopedValue.where(ActiveTrace.CURRENT, bound)
        .run(() -> assertThat(ActiveTrace.orOf(CALL)).isEqualTo(bound));
  }
}
