package dev.frontdesk.server;

import dev.frontdesk.booking.CatalogueStore;
import dev.frontdesk.reporting.Act;
import dev.frontdesk.reporting.CallRecord;
import dev.frontdesk.reporting.CallRecord.Recording;
import dev.frontdesk.reporting.LocalRecordings;
import dev.frontdesk.reporting.spi.RecordingStore.Key;
import dev.frontdesk.reporting.spi.RecordingStore.Stored;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.telephony.Call;
import dev.frontdesk.telephony.SpokenLine;
import dev.frontdesk.vocabulary.Appointment;
import dev.frontdesk.vocabulary.Appointments;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.Money;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gathers what the rows know of a call that has ended.
final class ReportCalls {
  private final Storage storage;
  private final CatalogueStore catalogues;
  private final Appointments appointments;
  private final LocalRecordings recordings;

  ReportCalls(Storage storage, Appointments appointments, LocalRecordings recordings) {
    this.storage = storage;
    this.catalogues = storage.catalogues();
    this.appointments = appointments;
    this.recordings = recordings;
  }

  /// Empty when there is no such call, or it has not ended.
  Optional<CallRecord> ended(OrgId org, CallId id) {
    return storage.calls().find(org, id).filter(call -> call.endedAt().isPresent())
        .map(this::gather);
  }

  private CallRecord gather(Call call) {
    var org = call.org();
    var acts = storage.acts().of(org, call.id());
    var touched = touched(org, acts);
    var name =
        catalogues.find(org).map(known -> known.organisation().name()).orElse(org.value());
    return new CallRecord(
        org,
        name,
        call.id(),
        call.type().wire(),
        call.customer().or(() -> storage.callBacks().numberOf(org, call.id())),
        call.number(),
        call.agent(),
        call.createdAt(),
        call.startedAt(),
        call.endedAt().orElseThrow(),
        call.endedReason().orElseThrow().value(),
        storage.calls().transcript(org, call.id()).stream().map(ReportCalls::line).toList(),
        storage.calls().turns(org, call.id()).stream()
            .map(
                turn ->
                    new CallRecord.Turn(
                        turn.turn(),
                        turn.endpointingMs(),
                        turn.languageMs(),
                        turn.speechMs(),
                        turn.overheadMs()))
            .toList(),
        acts,
        touched,
        worth(org, touched),
        recordings(call),
        storage.acts().consent(org, call.id()));
  }

  private static CallRecord.Line line(SpokenLine line) {
    var speaker =
        switch (line.speaker()) {
          case CALLER -> CallRecord.Speaker.CALLER;
          case AGENT -> CallRecord.Speaker.AGENT;
        };
    return new CallRecord.Line(speaker, line.text(), line.at());
  }

  private List<Appointment> touched(OrgId org, List<Act> acts) {
    return acts.stream()
        .filter(act -> act.kind().isAboutBooking())
        .flatMap(act -> act.subject().stream())
        .distinct()
        .flatMap(booking -> appointments.find(org, new BookingId(booking)).stream())
        .toList();
  }

  /// Prices of one currency add up; where there are two, the first one's count.
  private Optional<Money> worth(OrgId org, List<Appointment> touched) {
    var catalogue = catalogues.find(org);
    var prices =
        touched.stream()
            .filter(booked -> booked.state() == Appointment.State.CONFIRMED)
            .flatMap(
                booked ->
                    catalogue.flatMap(known -> known.service(booked.service())).stream()
                        .flatMap(service -> service.price().stream()))
            .toList();
    if (prices.isEmpty()) {
      return Optional.empty();
    }
    var currency = prices.getFirst().currency();
    return Optional.of(
        new Money(
            prices.stream()
                .filter(price -> price.currency().equals(currency))
                .map(Money::amount)
                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add),
            currency));
  }

  /// Those noted before, wherever they lie now, and those found on this machine.
  private List<Recording> recordings(Call call) {
    var found = new ArrayList<Recording>();
    var noted = storage.retention().recordings(call.org(), call.id());
    for (var kept : noted) {
      found.add(
          new Recording(
              kept.key().leg(), kept.store(), kept.key().path(), kept.bytes(), kept.sha256()));
    }
    for (var leg : storage.calls().legs(call.org(), call.id())) {
      var key = new Key(call.org(), leg.id());
      if (noted.stream().noneMatch(kept -> kept.key().equals(key))
          && recordings.find(key) instanceof Ok(Optional<Stored> there)
          && there.isPresent()) {
        var stored = there.get();
        found.add(
            new Recording(
                leg.id(), recordings.name(), key.path(), stored.bytes(), stored.sha256()));
      }
    }
    return found;
  }
}
