package dev.frontdesk.messaging;

import dev.frontdesk.vocabulary.Appointment;
import dev.frontdesk.vocabulary.BookingId;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the gaps of a template are filled with. Pure.
final class TokenValues {
  private TokenValues() {}

  /// The time is told where the appointment takes place; a customer whose number belongs to another
  /// clock is told which one is meant.
  static Map<Token, String> of(
      Appointment appointment, Locale locale, List<ZoneId> zones, URI link) {
    var start = appointment.slot().start();
    var zone = appointment.zone();
    var values = new EnumMap<Token, String>(Token.class);
    values.put(Token.CUSTOMER, appointment.customer().value());
    values.put(Token.ORGANISATION, appointment.organisationName());
    values.put(Token.SERVICE, appointment.serviceName());
    values.put(Token.RESOURCE, String.join(", ", appointment.resourceNames()));
    values.put(Token.DAY, text(start, zone, dayPattern(locale), locale));
    values.put(Token.TIME, time(start, zone, locale) + zoneIfOther(start, zone, zones, locale));
    values.put(
        Token.WHEN,
        text(start, zone, dayPattern(locale), locale) + ", " + values.get(Token.TIME));
    appointment.address().ifPresent(address -> values.put(Token.ADDRESS, address));
    values.put(Token.CODE, BookingCode.of(new BookingId(appointment.id().value())).value());
    values.put(Token.LINK, link.toString());
    return values;
  }

  /// With blanks that are plain blanks: a narrow one would make the text UCS-2.
  private static String time(Instant start, ZoneId zone, Locale locale) {
    boolean twelveHours = List.of("US", "CA", "AU", "NZ", "PH").contains(locale.getCountry())
        && locale.getLanguage().equals("en");
    return text(start, zone, twelveHours ? "h:mm a" : "HH:mm", locale);
  }

  private static String dayPattern(Locale locale) {
    return locale.getLanguage().equals("de") ? "EEE d. MMM" : "EEE d MMM";
  }

  private static String zoneIfOther(
      Instant start, ZoneId zone, List<ZoneId> zones, Locale locale) {
    var here = zone.getRules().getOffset(start);
    boolean same = zones.stream().allMatch(other -> other.getRules().getOffset(start).equals(here));
    return same ? "" : " " + DateTimeFormatter.ofPattern("zzz", locale).format(start.atZone(zone));
  }

  private static String text(Instant start, ZoneId zone, String pattern, Locale locale) {
    return Gsm7.plain(DateTimeFormatter.ofPattern(pattern, locale).format(start.atZone(zone)));
  }

  /// `America/Los_Angeles` as people call it, for a page.
  static String zoneName(ZoneId zone, Locale locale) {
    return zone.getDisplayName(TextStyle.FULL, locale);
  }
}
