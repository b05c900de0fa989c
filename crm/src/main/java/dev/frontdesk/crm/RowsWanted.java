package dev.frontdesk.crm;

import dev.frontdesk.crm.CrmRows.Waiting;
import dev.frontdesk.crm.CrmSubject.Happening;
import dev.frontdesk.crm.CrmSubject.OfBooking;
import dev.frontdesk.crm.CrmSubject.OfCall;
import dev.frontdesk.crm.CrmSubject.OfLead;
import dev.frontdesk.crm.RowWriter.Wanted;
import dev.frontdesk.vocabulary.Appointment;
import dev.frontdesk.vocabulary.Appointments;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which rows a few subjects need, made from what they are now.
final class RowsWanted {
  private final Appointments appointments;
  private final CrmCards cards;
  private final CrmRows rows;
  private final CrmConflicts conflicts;

  RowsWanted(
      Appointments appointments, CrmCards cards, CrmRows rows, CrmConflicts conflicts) {
    this.appointments = appointments;
    this.cards = cards;
    this.rows = rows;
    this.conflicts = conflicts;
  }

  /// @param tables    each key once, in the order of the tables
  /// @param bookings  those that are among the appointments' rows
  /// @param changedAt when each of them last changed
  record Rows(
      Map<CrmTable, Map<String, Wanted>> tables,
      Map<BookingId, Appointment> bookings,
      Map<BookingId, Instant> changedAt) {

    List<Wanted> of(CrmTable table) {
      return List.copyOf(tables.getOrDefault(table, Map.of()).values());
    }

    private void add(CrmRow row, Optional<BookingId> booking, Set<CrmField> heldBack) {
      tables
          .computeIfAbsent(row.table(), _ -> new LinkedHashMap<>())
          .put(row.key(), new Wanted(row, booking, heldBack));
    }
  }

  /// What no longer stands needs no rows.
  Rows of(OrgId org, List<Waiting> batch, Instant now) {
    var all = new Rows(new EnumMap<>(CrmTable.class), new HashMap<>(), new HashMap<>());
    for (var waiting : batch) {
      switch (waiting.subject()) {
        case OfBooking(var booking) ->
            appointments
                .find(org, booking)
                .ifPresent(found -> appointment(all, found, waiting.changedAt(), now));
        case Happening happening ->
            appointments
                .find(org, happening.booking())
                .ifPresent(
                    found -> {
                      var contact = appointment(all, found, waiting.changedAt(), now);
                      all.add(
                          CrmMapping.activity(happening, contact, found),
                          Optional.of(found.id()),
                          Set.of());
                    });
        case OfCall(var call) ->
            cards.call(org, call).ifPresent(found -> call(all, found, now));
        case OfLead(var lead) ->
            cards.lead(org, lead).ifPresent(found -> lead(all, found, now));
      }
    }
    return all;
  }

  /// For one appointment as it is now.
  CrmRow appointmentRow(Appointment appointment, Instant now) {
    return CrmMapping.appointment(contactOf(appointment, now), appointment);
  }

  private String contactOf(Appointment appointment, Instant now) {
    return rows.contact(appointment.org(), CrmMapping.identity(appointment), now);
  }

  private String appointment(Rows all, Appointment found, Instant changedAt, Instant now) {
    var contact = contactOf(found, now);
    var booking = Optional.of(found.id());
    all.add(CrmMapping.contact(contact, found), Optional.empty(), Set.of());
    all.add(
        CrmMapping.appointment(contact, found),
        booking,
        conflicts.heldBack(found.org(), found.id()));
    all.bookings.put(found.id(), found);
    all.changedAt.merge(found.id(), changedAt, (one, two) -> one.isAfter(two) ? one : two);
    return contact;
  }

  private void call(Rows all, CallCard card, Instant now) {
    var identity = CrmMapping.identity(card.phone(), card.email(), card.call().value());
    var contact = rows.contact(card.org(), identity, now);
    all.add(
        CrmMapping.contact(contact, card.name(), card.phone(), card.email()),
        Optional.empty(),
        Set.of());
    all.add(CrmMapping.activity(card, contact), Optional.empty(), Set.of());
  }

  private void lead(Rows all, LeadCard card, Instant now) {
    var contact =
        rows.contact(
            card.org(), CrmMapping.identity(card.phone(), card.email(), card.id()), now);
    all.add(
        CrmMapping.contact(contact, card.name(), card.phone(), card.email()),
        Optional.empty(),
        Set.of());
    all.add(CrmMapping.lead(card, contact), Optional.empty(), Set.of());
  }
}
