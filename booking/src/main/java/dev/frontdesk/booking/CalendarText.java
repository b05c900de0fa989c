package dev.frontdesk.booking;

import dev.frontdesk.booking.spi.CalendarEntry;
import dev.frontdesk.vocabulary.Appointment;
import dev.frontdesk.vocabulary.EmailAddress;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a booking reads in the calendar: a headline and a body with tokens in braces. A line of the
/// body whose tokens are all empty is left out.
public record CalendarText(String summary, String description) {
  private static final Pattern TOKEN = Pattern.compile("\\{([a-zA-Z]*)}");
  private static final List<String> KNOWN =
      List.of("service", "customer", "phone", "email", "resources", "booking", "call", "business");

  public static final CalendarText DEFAULT =
      new CalendarText(
          "{service}: {customer}",
          """
          {service} with {resources}
          Phone: {phone}
          E-mail: {email}
          Booked by telephone through Frontdesk
          Booking {booking}""");

  /// @throws IllegalArgumentException for a token that does not exist
  public CalendarText {
    for (var template : List.of(summary, description)) {
      var token = TOKEN.matcher(template);
      while (token.find()) {
        if (!KNOWN.contains(token.group(1))) {
          throw new IllegalArgumentException(
              "no token {%s}; there are %s".formatted(token.group(1), new TreeSet<>(KNOWN)));
        }
      }
    }
  }

  String summary(Appointment appointment) {
    return filled(summary, appointment).strip();
  }

  String description(Appointment appointment) {
    return String.join(
        "\n",
        description.lines()
            .filter(line -> saysSomething(line, appointment))
            .map(line -> filled(line, appointment))
            .toList());
  }

  private static boolean saysSomething(String line, Appointment appointment) {
    var tokens = TOKEN.matcher(line).results().map(found -> found.group(1)).toList();
    return tokens.isEmpty() || tokens.stream().anyMatch(t -> !value(t, appointment).isEmpty());
  }

  private static String filled(String template, Appointment appointment) {
    return TOKEN
        .matcher(template)
        .replaceAll(token -> Matcher.quoteReplacement(value(token.group(1), appointment)));
  }

  private static String value(String token, Appointment appointment) {
    return switch (token) {
      case "service" -> appointment.serviceName();
      case "customer" -> appointment.customer().value();
      case "phone" -> appointment.phone().map(PhoneNumber::e164).orElse("");
      case "email" -> appointment.email().map(EmailAddress::value).orElse("");
      case "resources" -> String.join(", ", appointment.resourceNames());
      case "booking" -> appointment.id().value();
      case "call" -> appointment.call().value();
      case "business" -> appointment.organisationName();
      default -> throw new IllegalArgumentException("no token {" + token + "}");
    };
  }

  /// The entry as an appointment wants it.
  CalendarEntry entry(
      Appointment appointment,
      CalendarPlan plan,
      Optional<CalendarEntry.Occurrence> series) {
    return new CalendarEntry(
        appointment.id(),
        appointment.version(),
        plan.calendarOf(appointment.resources()),
        appointment.slot(),
        appointment.zone(),
        summary(appointment),
        description(appointment),
        appointment.address(),
        List.of(appointment.service().value(), appointment.state().name()),
        plan.inviting() ? appointment.email().stream().toList() : List.of(),
        series);
  }
}
