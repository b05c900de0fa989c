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
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
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

    void add(CrmRow row, Optional<BookingId> booking, Set<CrmField> heldBack) {
      tables
          .computeIfAbsent(row.table(), _ -> new LinkedHashMap<>())
          .put(row.key(), new Wanted(row, booking, heldBack));
    }
  }

  /// What subjects stand for, as it is now; what no longer stands is absent.
  private record Found(
      Map<BookingId, Appointment> appointments,
      Map<CallId, CallCard> calls,
      Map<String, LeadCard> leads) {

    Set<String> identities() {
      var all = new HashSet<String>();
      appointments.values().forEach(one -> all.add(CrmMapping.identity(one)));
      calls.values().forEach(one -> all.add(identity(one)));
      leads.values().forEach(one -> all.add(identity(one)));
      return all;
    }

    static String identity(CallCard card) {
      return CrmMapping.identity(card.phone(), card.email(), card.call().value());
    }

    static String identity(LeadCard card) {
      return CrmMapping.identity(card.phone(), card.email(), card.id());
    }
  }

  /// What no longer stands needs no rows.
  Rows of(OrgId org, List<Waiting> batch, Instant now) {
    var found = found(org, batch);
    var contacts = rows.contacts(org, found.identities(), now);
    var heldBack = conflicts.heldBack(org, found.appointments.keySet());
    var all = new Rows(new EnumMap<>(CrmTable.class), new HashMap<>(), new HashMap<>());
    for (var waiting : batch) {
      switch (waiting.subject()) {
        case OfBooking(var id) ->
            Optional.ofNullable(found.appointments.get(id))
                .ifPresent(one -> appointment(all, one, waiting.changedAt(), contacts, heldBack));
        case Happening happening ->
            Optional.ofNullable(found.appointments.get(happening.booking()))
                .ifPresent(
                    one -> {
                      appointment(all, one, waiting.changedAt(), contacts, heldBack);
                      var contact = contactOf(contacts, CrmMapping.identity(one));
                      all.add(
                          CrmMapping.activity(happening, contact, one),
                          Optional.of(one.id()),
                          Set.of());
                    });
        case OfCall(var id) ->
            Optional.ofNullable(found.calls.get(id)).ifPresent(one -> call(all, one, contacts));
        case OfLead(var id) ->
            Optional.ofNullable(found.leads.get(id)).ifPresent(one -> lead(all, one, contacts));
      }
    }
    return all;
  }

  private Found found(OrgId org, List<Waiting> batch) {
    var found = new Found(new HashMap<>(), new HashMap<>(), new HashMap<>());
    for (var waiting : batch) {
      switch (waiting.subject()) {
        case OfBooking(var id) -> find(org, id, found);
        case Happening happening -> find(org, happening.booking(), found);
        case OfCall(var id) ->
            cards.call(org, id).ifPresent(card -> found.calls.put(id, card));
        case OfLead(var id) ->
            cards.lead(org, id).ifPresent(card -> found.leads.put(id, card));
      }
    }
    return found;
  }

  /// Looked up once, however many subjects tell of it.
  private void find(OrgId org, BookingId id, Found found) {
    if (!found.appointments.containsKey(id)) {
      appointments.find(org, id).ifPresent(one -> found.appointments.put(id, one));
    }
  }

  /// For one appointment as it is now.
  CrmRow appointmentRow(Appointment appointment, Instant now) {
    var identity = CrmMapping.identity(appointment);
    var contacts = rows.contacts(appointment.org(), Set.of(identity), now);
    return CrmMapping.appointment(contactOf(contacts, identity), appointment);
  }

  private static void appointment(
      Rows all,
      Appointment found,
      Instant changedAt,
      Map<String, String> contacts,
      Map<BookingId, Set<CrmField>> heldBack) {
    var contact = contactOf(contacts, CrmMapping.identity(found));
    all.add(CrmMapping.contact(contact, found), Optional.empty(), Set.of());
    all.add(
        CrmMapping.appointment(contact, found),
        Optional.of(found.id()),
        heldBack.getOrDefault(found.id(), Set.of()));
    all.bookings.put(found.id(), found);
    all.changedAt.merge(found.id(), changedAt, (one, two) -> one.isAfter(two) ? one : two);
  }

  private static String contactOf(Map<String, String> contacts, String identity) {
    return Optional.ofNullable(contacts.get(identity)).orElseThrow();
  }

  private static void call(Rows all, CallCard card, Map<String, String> contacts) {
    var contact = contactOf(contacts, Found.identity(card));
    all.add(
        CrmMapping.contact(contact, card.name(), card.phone(), card.email()),
        Optional.empty(),
        Set.of());
    all.add(CrmMapping.activity(card, contact), Optional.empty(), Set.of());
  }

  private static void lead(Rows all, LeadCard card, Map<String, String> contacts) {
    var contact = contactOf(contacts, Found.identity(card));
    all.add(
        CrmMapping.contact(contact, card.name(), card.phone(), card.email()),
        Optional.empty(),
        Set.of());
    all.add(CrmMapping.lead(card, contact), Optional.empty(), Set.of());
  }
}
