package dev.frontdesk.server;

import dev.frontdesk.booking.Offer;
import dev.frontdesk.vocabulary.Appointment;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/// The small page behind a customer's link. Works without scripts, and with any old telephone.
final class MessagePage {
  private static final String FRAME =
      """
      <!doctype html>
      <html lang="%s"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <meta name="robots" content="noindex"><title>%s</title>
      <style>
      body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:2rem auto;padding:0 1rem}
      button{font:inherit;padding:.6rem 1rem;margin:.2rem .3rem .2rem 0;border:1px solid #555}
      button{border-radius:.4rem;background:#fff;color:#1a1a1a}
      button.off{border-color:#a00;color:#a00} form{display:inline}
      h2{font-size:1rem;margin:1.2rem 0 .3rem}</style></head>
      <body>%s</body></html>
      """;

  private final MessagePageWords words;
  private final Locale locale;

  MessagePage(Locale locale) {
    this.locale = locale;
    this.words = MessagePageWords.in(locale);
  }

  /// The appointment, where it can be moved to, and the way to call it off.
  String appointment(Appointment appointment, List<Offer> offers, String path, String notice) {
    var body = new StringBuilder();
    if (!notice.isEmpty()) {
      body.append("<p role=\"status\"><strong>").append(escaped(notice)).append("</strong></p>");
    }
    body.append(heading(appointment));
    body.append("<p>").append(escaped(words.moveTo())).append("</p>");
    var day = "";
    for (var offer : offers) {
      var start = offer.slot().start();
      var itsDay = text(start, appointment.zone(), "EEEE d MMMM");
      if (!itsDay.equals(day)) {
        body.append("<h2>").append(escaped(itsDay)).append("</h2>");
        day = itsDay;
      }
      body.append(
          "<form method=\"post\" action=\"%s/move\"><input type=\"hidden\" name=\"slot\""
                  .formatted(escaped(path))
              + " value=\"%s\"><button>%s</button></form>"
                  .formatted(
                      escaped(offer.token().value()),
                      escaped(time(start, appointment.zone()))));
    }
    if (offers.isEmpty()) {
      body.append("<p>").append(escaped(words.nothingFree())).append("</p>");
    }
    body.append(
        ("<h2>%s</h2><form method=\"post\" action=\"%s/call-off\">"
                + "<button class=\"off\">%s</button></form>")
            .formatted(escaped(words.cannotCome()), escaped(path), escaped(words.callOff())));
    return framed(appointment.organisationName(), body.toString());
  }

  String done(Appointment appointment, boolean calledOff) {
    var title = calledOff ? words.calledOff() : words.moved();
    return framed(
        appointment.organisationName(),
        "<p role=\"status\"><strong>" + escaped(title) + "</strong></p>" + heading(appointment));
  }

  String sorry(String organisation, String sentence) {
    return framed(organisation, "<p role=\"status\">" + escaped(sentence) + "</p>");
  }

  MessagePageWords words() {
    return words;
  }

  private String heading(Appointment appointment) {
    var start = appointment.slot().start();
    return "<h1>%s</h1><p>%s, %s<br>%s%s</p>"
        .formatted(
            escaped(appointment.serviceName()),
            escaped(text(start, appointment.zone(), "EEEE d MMMM")),
            escaped(time(start, appointment.zone())),
            escaped(appointment.organisationName()),
            appointment.address().map(it -> "<br>" + escaped(it)).orElse(""));
  }

  private String time(Instant at, ZoneId zone) {
    boolean twelve = locale.getLanguage().equals("en") && locale.getCountry().equals("US");
    return text(at, zone, twelve ? "h:mm a" : "HH:mm");
  }

  private String text(Instant at, ZoneId zone, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, locale).format(at.atZone(zone));
  }

  private String framed(String title, String body) {
    return FRAME.formatted(escaped(locale.toLanguageTag()), escaped(title), body);
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
