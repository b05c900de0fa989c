package dev.frontdesk.server;

import dev.frontdesk.booking.Booking;
import dev.frontdesk.booking.BookingStore;
import dev.frontdesk.booking.Catalogue;
import dev.frontdesk.booking.CatalogueStore;
import dev.frontdesk.booking.Resource;
import dev.frontdesk.booking.Service;
import dev.frontdesk.vocabulary.Appointment;
import dev.frontdesk.vocabulary.Appointments;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import java.util.Optional;

/// Bookings as the world outside sees them, with the catalogue's names for what they hold.
final class BookedAppointments implements Appointments {
  private final BookingStore bookings;
  private final CatalogueStore catalogues;

  BookedAppointments(BookingStore bookings, CatalogueStore catalogues) {
    this.bookings = bookings;
    this.catalogues = catalogues;
  }

  @Override
  public Optional<Appointment> find(OrgId org, BookingId id) {
    return bookings
        .find(org, id)
        .map(booking -> appointment(booking, catalogues.find(org).orElseThrow()));
  }

  /// What has left the catalogue since is called by its id.
  private static Appointment appointment(Booking booking, Catalogue catalogue) {
    var organisation = catalogue.organisation();
    return new Appointment(
        booking.org(),
        organisation.name(),
        organisation.address(),
        booking.id(),
        booking.version(),
        Appointment.State.valueOf(booking.status().name()),
        booking.service(),
        catalogue.service(booking.service()).map(Service::name).orElse(booking.service().value()),
        booking.resources(),
        booking.resources().stream()
            .map(id -> catalogue.resource(id).map(Resource::name).orElse(id.value()))
            .toList(),
        booking.slot(),
        booking.zone(),
        booking.customer().name(),
        booking.customer().phone(),
        booking.customer().email(),
        booking.call(),
        booking.bookedAt(),
        booking.series());
  }
}
