package dev.frontdesk.integrations.smtp;

import dev.frontdesk.messaging.spi.Invite;
import dev.frontdesk.vocabulary.EmailAddress;
import java.net.URI;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/// An appointment as `text/calendar`. Times are in UTC, which every calendar shows on its own clock
/// and which needs no time zone of ours to be carried along.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc5545">RFC 5545: iCalendar</a>
final class InviteText {
  private InviteText() {}

  /// @param from the organiser, by whom later mails about the same appointment are known
  static String of(Invite invite, EmailAddress from, String fromName, EmailAddress to) {
    var event =
        new VEvent(invite.slot().start(), invite.slot().end(), invite.summary().value());
    event.removeAll("DTSTAMP");
    event.add(new DtStamp(invite.writtenAt()));
    event.add(new Uid(invite.booking().value() + "@frontdesk"));
    event.add(new Sequence(invite.sequence()));
    event.add(status(invite));
    invite.location().ifPresent(place -> event.add(new Location(place)));
    invite.change().ifPresent(link -> event.add(new Url(link)));
    var organiser = new Organizer(URI.create("mailto:" + from.value()));
    organiser.add(new Cn(fromName));
    event.add(organiser);
    event.add(new Attendee(URI.create("mailto:" + to.value())));
    var calendar = new Calendar();
    calendar.add(new ProdId("-//Frontdesk//Appointments//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(method(invite));
    calendar.add(event);
    return calendar.toString();
  }

  private static Method method(Invite invite) {
    return switch (invite.method()) {
      case REQUEST -> ImmutableMethod.REQUEST;
      case CANCEL -> ImmutableMethod.CANCEL;
    };
  }

  private static Status status(Invite invite) {
    return switch (invite.method()) {
      case REQUEST -> ImmutableStatus.VEVENT_CONFIRMED;
      case CANCEL -> ImmutableStatus.VEVENT_CANCELLED;
    };
  }
}
