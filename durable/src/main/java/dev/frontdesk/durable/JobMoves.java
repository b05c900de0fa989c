package dev.frontdesk.durable;

import static dev.frontdesk.durable.JobMoves.Happening.GIVEN_UP;
import static dev.frontdesk.durable.JobMoves.Happening.PUT_BACK;
import static dev.frontdesk.durable.JobMoves.Happening.REVIVED;
import static dev.frontdesk.durable.JobMoves.Happening.STOPPED;
import static dev.frontdesk.durable.JobMoves.Happening.SUCCEEDED;
import static dev.frontdesk.durable.JobMoves.Happening.TAKEN;
import static dev.frontdesk.durable.JobState.CANCELLED;
import static dev.frontdesk.durable.JobState.DEAD;
import static dev.frontdesk.durable.JobState.DONE;
import static dev.frontdesk.durable.JobState.RUNNING;
import static dev.frontdesk.durable.JobState.WAITING;

import dev.frontdesk.vocabulary.Transitions;

/// Which state of a job follows which. What runs is never stopped: its attempt ends first.
public final class JobMoves {
  public static final Transitions<JobState, Happening> TABLE =
      Transitions.<JobState, Happening>startingAt(WAITING)
          .from(WAITING).on(TAKEN).to(RUNNING).on(STOPPED).to(CANCELLED)
          .from(RUNNING).on(SUCCEEDED).to(DONE).on(PUT_BACK).to(WAITING).on(GIVEN_UP).to(DEAD)
          .from(DEAD).on(REVIVED).to(WAITING).on(STOPPED).to(CANCELLED)
          .table();

  private JobMoves() {}

  public enum Happening {
    TAKEN,
    SUCCEEDED,
    /// To be tried again: it failed, was throttled, or its process died.
    PUT_BACK,
    GIVEN_UP,
    /// A person had a dead letter tried again.
    REVIVED,
    STOPPED
  }

  static Happening of(AfterAttempt after) {
    return switch (after) {
      case AfterAttempt.Done _ -> SUCCEEDED;
      case AfterAttempt.Again _ -> PUT_BACK;
      case AfterAttempt.Dead _ -> GIVEN_UP;
    };
  }

  /// Where a running job is after an attempt.
  public static JobState after(AfterAttempt after) {
    return TABLE.after(RUNNING, of(after));
  }
}
