package dev.frontdesk.durable;

import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where jobs are kept, as a lane works on them. Each method is one transaction and blocks.
public interface JobStore {
  /// One turn of an organisation's lane, whole or not at all: notes what ended, makes jobs of what
  /// waits in the outbox, and takes what may run.
  Turned turn(Turn turn);

  /// Organisations that have had outbox entries waiting since before.
  List<OrgId> withEntries(Instant writtenBy);

  /// Organisations with jobs that were due before, or that are marked as running.
  List<OrgId> withDueJobs(Instant dueBy);

  /// Every organisation there is.
  List<OrgId> organisations();

  /// Forgets jobs and entries that were over before.
  ///
  /// @return how many rows went
  int forget(OrgId org, Instant overBefore);

  /// @param claim    new for each turn: `LANE/NUMBER`
  /// @param first    the lane has just begun: what is running belongs to one that died
  /// @param idle     nothing is running: also say when to look again
  /// @param kinds    that this process can do
  /// @param depth    entries wait in the outbox while this many due jobs wait
  record Turn(
      OrgId org,
      String claim,
      boolean first,
      boolean idle,
      List<Outcome> outcomes,
      List<String> kinds,
      Following following,
      Admission admission,
      int depth,
      Instant now) {

    public Turn {
      outcomes = List.copyOf(outcomes);
      kinds = List.copyOf(kinds);
    }
  }

  /// @param taken   now running under the turn's claim
  /// @param lost    were running under a claim of a lane that is no more
  /// @param more    entries are left in the outbox
  /// @param nextDue when the next job falls due; asked for in an idle turn only
  record Turned(
      List<TakenJob> taken, List<TakenJob> lost, boolean more, Optional<Instant> nextDue) {
    public Turned {
      taken = List.copyOf(taken);
      lost = List.copyOf(lost);
    }
  }

  /// Which jobs follow from an entry. Never throws: what cannot be told becomes a dead letter.
  @FunctionalInterface
  interface Following {
    List<Planned> of(OutboxEntry entry);
  }

  /// @param failure why it is a dead letter from the start; empty: it waits
  record Planned(Job job, Optional<String> failure) {}

  /// Who among those that are due may run now. Asked again from the start when the transaction has
  /// to be repeated.
  @FunctionalInterface
  interface Admission {
    List<TakenJob> admit(List<TakenJob> due);
  }
}
