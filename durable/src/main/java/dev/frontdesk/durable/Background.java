package dev.frontdesk.durable;

/// Marks what a thread does as work that nobody waits for on the telephone or at a screen, so that
/// what is scarce goes to the others first.
public final class Background {
  private static final ScopedValue<Boolean> WORK = ScopedValue.newInstance();

  private Background() {}

  /// Whether this thread is at such work.
  public static boolean here() {
    return WORK.isBound();
  }

  static <T, X extends Throwable> T work(ScopedValue.CallableOp<T, X> work) throws X {
    return ScopedValue.where(WORK, true).call(work);
  }
}
