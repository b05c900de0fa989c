package dev.frontdesk.durable;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.Ids;
import dev.frontdesk.vocabulary.TraceId;
import java.time.Instant;

/// The trace that this thread works for. Bound at the edge, where work comes in, and read where a
/// row must name its cause; never passed by hand in between.
///
/// ```java
/// ScopedValue.where(ActiveTrace.CURRENT, trace).run(() -> desk.book(…));
/// ```
public final class ActiveTrace {
  public static final ScopedValue<TraceId> CURRENT = ScopedValue.newInstance();

  private ActiveTrace() {}

  /// The bound trace, else one that follows from the call: so all rows of a call share one.
  public static TraceId orOf(CallId call) {
    return CURRENT.isBound() ? CURRENT.get() : of(call);
  }

  /// The bound trace, else a new one: for work that nobody's call caused.
  public static TraceId orNew(Instant now) {
    return CURRENT.isBound() ? CURRENT.get() : new TraceId(Ids.newUuid(now).replace("-", ""));
  }

  /// A call's id is a UUID, whose digits are as many as a trace's; any other id is hashed.
  static TraceId of(CallId call) {
    var digits = call.value().replace("-", "");
    return new TraceId(
        digits.matches("[0-9a-f]{32}") ? digits : AuditChain.sha256(call.value()).substring(0, 32));
  }
}
