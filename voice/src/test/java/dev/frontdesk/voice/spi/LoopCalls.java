package dev.frontdesk.voice.spi;

import dev.frontdesk.media.MediaLoop;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// From a test's thread onto a loop and back.
final class LoopCalls {
  private LoopCalls() {}

  static <T> T on(MediaLoop loop, Supplier<T> work) {
    var done = new CompletableFuture<T>();
    loop.execute(
        () -> {
          try {
            done.complete(work.get());
          } catch (Throwable failed) {
            done.completeExceptionally(failed);
          }
        });
    return done.orTimeout(30, TimeUnit.SECONDS).join();
  }

  static void run(MediaLoop loop, Runnable work) {
    on(
        loop,
        () -> {
          work.run();
          return true;
        });
  }
}
