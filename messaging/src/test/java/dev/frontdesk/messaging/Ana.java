package dev.frontdesk.messaging;

import dev.frontdesk.vocabulary.Appointment;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.EmailAddress;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PersonName;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Appointments of a barber in Los Angeles, whose customer Dana has a number there.
public final class Ana {
  public static final OrgId ORG = new OrgId("maple-street-barbers");
  public static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
  public static final PhoneNumber DANA = new PhoneNumber("+14155550123");
  public static final EmailAddress DANA_MAIL = new EmailAddress("dana@example.com");
  public static final PhoneNumber SHOP = new PhoneNumber("+14155550100");
  public static final BookingId BOOKING = new BookingId("01997c00-0000-7000-8000-000000000001");

  private Ana() {}

  public static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(LOS_ANGELES).toInstant();
  }

  public static Appointment appointment(String local) {
    return appointment(at(local), 1, Appointment.State.CONFIRMED);
  }

  public static Appointment appointment(Instant start, int version, Appointment.State state) {
    return new Appointment(
        ORG, "Maple Street Barbers", Optional.of("12 Maple Street"), BOOKING, version, state,
        new ServiceId("haircut"), "Haircut", List.of(new ResourceId("ana")), List.of("Ana"),
        new Slot(start, start.plus(Duration.ofMinutes(30))), LOS_ANGELES, new PersonName("Dana"),
        Optional.of(DANA), Optional.of(DANA_MAIL), new CallId("call-1"),
        start.minus(Duration.ofDays(7)), Optional.empty());
  }

  public static Appointment with(
      Appointment like, Optional<PhoneNumber> phone, Optional<EmailAddress> email) {
    return new Appointment(
        like.org(), like.organisationName(), like.address(), like.id(), like.version(),
        like.state(), like.service(), like.serviceName(), like.resources(), like.resourceNames(),
        like.slot(), like.zone(), like.customer(), phone, email, like.call(), like.bookedAt(),
        like.series());
  }
}
