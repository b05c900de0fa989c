package dev.frontdesk.storage;

import dev.frontdesk.durable.WorkSignal;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.config.JdbiConfig;

/// Who is told when a transaction that left work behind has been committed. One for all handles of
/// a pool, set once the work's runner is there.
public final class WorkSignals implements JdbiConfig<WorkSignals> {
  private final AtomicReference<WorkSignal> signal;

  public WorkSignals() {
    this(new AtomicReference<>(WorkSignal.NONE));
  }

  private WorkSignals(AtomicReference<WorkSignal> signal) {
    this.signal = signal;
  }

  void tell(WorkSignal listener) {
    signal.set(listener);
  }

  /// Once `handle`'s transaction is committed; not when it is rolled back.
  static void after(Handle handle, OrgId org, Instant at) {
    var signal = handle.getConfig(WorkSignals.class).signal;
    handle.afterCommit(() -> signal.get().work(org, at));
  }

  @Override
  public WorkSignals createCopy() {
    return new WorkSignals(signal);
  }
}
