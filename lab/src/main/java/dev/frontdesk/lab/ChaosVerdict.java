package dev.frontdesk.lab;

import dev.frontdesk.lab.ChaosHistory.Acknowledged;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/// Compares what was acknowledged with what stands at the desk, and that with what stands at each
/// vendor. Pure.
///
/// - lost: something acknowledged, or due because of it, is nowhere
/// - duplicated: something is there twice
/// - contradictory: two places tell different things of the same booking
public final class ChaosVerdict {
  private static final int MOST_EXAMPLES = 20;

  private final VendorBooks vendors;
  private final BiPredicate<String, OffsetDateTime> names;
  private final List<String> examples = new ArrayList<>();
  private int lost;
  private int duplicated;
  private int contradictory;

  /// A booking as the desk has it in the end.
  record Standing(OffsetDateTime start, String status, int version) {
    boolean stands() {
      return status.equals("confirmed");
    }
  }

  public record Tally(int lost, int duplicated, int contradictory, List<String> examples) {
    public boolean clean() {
      return lost == 0 && duplicated == 0 && contradictory == 0;
    }
  }

  private ChaosVerdict(VendorBooks vendors, BiPredicate<String, OffsetDateTime> names) {
    this.vendors = vendors;
    this.names = names;
  }

  /// @param names whether a text tells of an appointment at this time
  static Tally of(
      Collection<Acknowledged> acknowledged,
      Map<String, Standing> desk,
      VendorBooks vendors,
      BiPredicate<String, OffsetDateTime> names) {
    var verdict = new ChaosVerdict(vendors, names);
    for (var booking : acknowledged) {
      var standing = desk.get(booking.id());
      if (standing == null) {
        verdict.lost(booking, "acknowledged, and not at the desk");
      } else {
        verdict.atDesk(booking, standing);
        verdict.inCalendar(booking, standing);
        verdict.byText(booking, standing);
        verdict.inRecords(booking, standing);
      }
    }
    return new Tally(
        verdict.lost, verdict.duplicated, verdict.contradictory, List.copyOf(verdict.examples));
  }

  /// What came after the last acknowledgement (an edit in the customer records) may change it.
  private void atDesk(Acknowledged booking, Standing standing) {
    if (standing.version() < booking.version()) {
      lost(booking, "the last acknowledged change is not at the desk");
    } else if (standing.version() == booking.version()
        && !(standing.status().equals(booking.status())
            && standing.start().isEqual(booking.start()))) {
      contradictory(booking, "the desk has another time or state than it acknowledged");
    }
  }

  private void inCalendar(Acknowledged booking, Standing standing) {
    var events = vendors.liveEvents(booking.id());
    if (!standing.stands()) {
      if (!events.isEmpty()) {
        contradictory(booking, "cancelled, and in the calendar");
      }
    } else if (events.isEmpty()) {
      lost(booking, "not in the calendar");
    } else if (events.size() > 1) {
      duplicated(booking, "in the calendar more than once");
    } else if (!events.getFirst().equals(standing.start().toInstant())) {
      contradictory(booking, "in the calendar at another time");
    }
  }

  private void byText(Acknowledged booking, Standing standing) {
    var texts = vendors.texts(booking.phone());
    if (new HashSet<>(texts).size() < texts.size()) {
      duplicated(booking, "the same text was sent twice");
    }
    if (standing.stands()) {
      if (texts.isEmpty()) {
        lost(booking, "no text was sent");
      } else if (!names.test(texts.getLast(), standing.start())) {
        contradictory(booking, "the last text tells another time");
      }
    } else if (!texts.isEmpty() && !texts.getLast().contains("called off")) {
      contradictory(booking, "cancelled, and the last text does not say so");
    }
  }

  private void inRecords(Acknowledged booking, Standing standing) {
    var rows = vendors.rows(booking.id());
    if (rows.isEmpty()) {
      lost(booking, "not in the customer records");
    } else if (rows.size() > 1) {
      duplicated(booking, "in the customer records more than once");
    } else if (!rows.getFirst().status().equals(standing.status())
        || !rows.getFirst().start().equals(standing.start().toInstant())) {
      contradictory(booking, "the customer records have another time or state");
    }
  }

  private void lost(Acknowledged booking, String what) {
    lost++;
    example("lost", booking, what);
  }

  private void duplicated(Acknowledged booking, String what) {
    duplicated++;
    example("duplicated", booking, what);
  }

  private void contradictory(Acknowledged booking, String what) {
    contradictory++;
    example("contradictory", booking, what);
  }

  private void example(String kind, Acknowledged booking, String what) {
    if (examples.size() < MOST_EXAMPLES) {
      examples.add(kind + ": booking " + booking.id() + " of " + booking.org() + ": " + what);
    }
  }
}
