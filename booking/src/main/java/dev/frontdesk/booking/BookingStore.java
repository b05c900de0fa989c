package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.HoldId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.SeriesId;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.Slot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where holds and bookings are kept, and the last word on overlap. Blocks.
///
/// The promise all writes share: at no instant do two of {live hold, CONFIRMED booking} clash in
/// the sense of `Claim.clashesWith`, whatever runs at once. Holds and bookings therefore stand
/// under one constraint, over (organisation, resource, share, blocked time). Each write is one
/// transaction, which also appends its events to the outbox and the audit; it inserts allocations
/// in their order, so that two writers cannot wait for each other.
///
/// Time is always passed in: a hold whose `expiresAt` is not after `now` no longer counts. Writes
/// that meet one mark it EXPIRED in their own transaction.
public interface BookingStore {

  /// What keeps others out of `resources` and overlaps `range` with its blocked time: holds live
  /// at `now` and CONFIRMED bookings, sorted by the start of their blocked time.
  List<BusyTime> busy(OrgId org, Set<ResourceId> resources, Slot range, Instant now);

  /// When each resource was last given a booking (the latest `bookedAt`, whatever became of it).
  /// Who never was is absent.
  Map<ResourceId, Instant> lastBooked(OrgId org, Set<ResourceId> resources);

  Optional<Booking> find(OrgId org, BookingId booking);

  /// What the act under this key made or changed, as it stands now, in order of time.
  List<Booking> byKey(OrgId org, String key);

  /// The CONFIRMED booking of this service and start that was made in this call.
  Optional<Booking> madeIn(OrgId org, CallId call, ServiceId service, Instant start);

  /// CONFIRMED bookings of the customer with this number that end after `now`, soonest first.
  List<Booking> upcoming(OrgId org, PhoneNumber phone, Instant now);

  /// Bookings in any state whose slot overlaps `range`, soonest first.
  List<Booking> between(OrgId org, Slot range);

  /// All bookings of a series in any state, soonest first.
  List<Booking> ofSeries(OrgId org, SeriesId series);

  /// The call's live hold.
  Optional<Hold> heldBy(OrgId org, CallId call, Instant now);

  /// Takes a hold at `hold.takenAt`. The call's other live hold is RELEASED in the same
  /// transaction.
  ///
  /// - Duplicate: the call already holds exactly this claim
  /// - Overlap, QuotaFull: the call keeps the hold it had
  WriteOutcome<Hold> hold(NewHold wanted);

  /// Gives a live hold back. Gone when it is not HELD any more.
  WriteOutcome<Hold> release(OrgId org, HoldId hold, Instant now);

  /// Marks as EXPIRED all holds of the organisation whose time is over, with one event each.
  List<Hold> expireHolds(OrgId org, Instant now);

  /// Makes all the bookings or none. The call's live hold and the one in `consumes` become BOOKED
  /// and stop keeping others out before the new allocations are inserted.
  ///
  /// - Duplicate: the key was used before (answers what it made); or there is one booking, and
  ///   this call has a CONFIRMED booking of the same service and start (answers that, unless
  ///   `another` is wanted)
  /// - Overlap, QuotaFull: the call keeps the hold it had
  WriteOutcome<List<Booking>> book(NewBookings wanted);

  /// Replaces `before` by `after`: allocations follow, and exist only while `after.blocks()`. The
  /// call's live hold becomes BOOKED when the slot, the resources or the service change.
  ///
  /// - Duplicate: the key was used before
  /// - Gone: the booking is missing or its version is not `before.version`
  /// - Overlap, QuotaFull: the booking stands as it stood. Its own time never stands in its way,
  ///   nor does it count against a quota twice.
  WriteOutcome<Booking> change(BookingChange wanted);
}
