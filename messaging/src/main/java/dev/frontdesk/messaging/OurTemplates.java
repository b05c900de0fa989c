package dev.frontdesk.messaging;

import static dev.frontdesk.messaging.Notice.CANCELLED;
import static dev.frontdesk.messaging.Notice.CONFIRMATION;
import static dev.frontdesk.messaging.Notice.DAY_BEFORE;
import static dev.frontdesk.messaging.Notice.HOURS_BEFORE;
import static dev.frontdesk.messaging.Notice.MOVED;

import java.util.ArrayList;
import java.util.List;

/// What is said unless an organisation says it otherwise. Each text fits one GSM-7 segment with
/// ordinary names. None asks anybody to reply CANCEL, END or YES: those words sign people off, or
/// on, at the carrier.
final class OurTemplates {
  static final List<Template> ALL = all();

  private OurTemplates() {}

  private static List<Template> all() {
    var all = new ArrayList<Template>();
    english(all);
    german(all);
    spanish(all);
    french(all);
    return List.copyOf(all);
  }

  private static void english(List<Template> all) {
    var keys = " Reply R to move it, X to call it off, STOP to end texts.";
    all.add(
        sms(CONFIRMATION, "en", "{organisation}: {service} booked, {when}. Ref {code}." + keys));
    all.add(sms(MOVED, "en", "{organisation}: {service} is now {when}. Ref {code}." + keys));
    all.add(sms(CANCELLED, "en", "{organisation}: {service}, {when}, is called off. Ref {code}."));
    all.add(
        sms(
            DAY_BEFORE, "en",
            "{organisation}: {service} {when}. Ref {code}."
                + " Reply C if you come, R to move it, X to call it off."));
    all.add(
        sms(
            HOURS_BEFORE, "en",
            "{organisation}: see you at {time}, {service}. Ref {code}."
                + " Reply R to move it, X to call it off."));
    var change = "Move it or call it off: {link}\n";
    all.add(
        mail(
            CONFIRMATION, "en", "Booked: {service}, {when}",
            "{service} with {resource} is booked.\n\n{when}\n{organisation}\n{address}\n\n" + change
                + "Reference {code}\n"));
    all.add(
        mail(
            MOVED, "en", "Moved: {service}, now {when}",
            "{service} with {resource} has moved.\n\n"
                + "It is now {when}\n{organisation}\n{address}\n\n" + change + "Reference {code}\n"));
    all.add(
        mail(
            CANCELLED, "en", "Called off: {service}, {when}",
            "{service}, {when}, is called off.\n\n{organisation}\nReference {code}\n"));
    var soon = "{service} with {resource}, {when}.\n\n{organisation}\n{address}\n\n" + change;
    all.add(mail(DAY_BEFORE, "en", "Coming up: {service}, {when}", soon));
    all.add(mail(HOURS_BEFORE, "en", "Today: {service}, {time}", soon));
  }

  private static void german(List<Template> all) {
    var keys = " R verlegt, X sagt ab, STOP beendet SMS.";
    all.add(
        sms(CONFIRMATION, "de", "{organisation}: {service} gebucht, {when}. Nr. {code}." + keys));
    all.add(sms(MOVED, "de", "{organisation}: {service} jetzt {when}. Nr. {code}." + keys));
    all.add(sms(CANCELLED, "de", "{organisation}: {service}, {when}, ist abgesagt. Nr. {code}."));
    all.add(
        sms(
            DAY_BEFORE, "de",
            "{organisation}: {service} {when}. Nr. {code}. Antwort C: ich komme, R: verlegen,"
                + " X: absagen."));
    all.add(
        sms(
            HOURS_BEFORE, "de",
            "{organisation}: bis {time}, {service}. Nr. {code}. R verlegt, X sagt ab."));
    all.add(
        mail(
            CONFIRMATION, "de", "Gebucht: {service}, {when}",
            "{service} bei {resource} ist gebucht.\n\n{when}\n{organisation}\n{address}\n\n"
                + "Verlegen oder absagen: {link}\nNummer {code}\n"));
    all.add(
        mail(
            MOVED, "de", "Verlegt: {service}, jetzt {when}",
            "{service} bei {resource} ist verlegt auf {when}.\n\n{organisation}\n{address}\n\n"
                + "Verlegen oder absagen: {link}\nNummer {code}\n"));
    all.add(
        mail(
            CANCELLED, "de", "Abgesagt: {service}, {when}",
            "{service}, {when}, ist abgesagt.\n\n{organisation}\nNummer {code}\n"));
  }

  private static void spanish(List<Template> all) {
    var keys = " Responda R para cambiar, X para anular, STOP para no recibir SMS.";
    all.add(sms(CONFIRMATION, "es", "{organisation}: {service}, {when}. Ref {code}." + keys));
    all.add(sms(MOVED, "es", "{organisation}: {service}, ahora {when}. Ref {code}." + keys));
    all.add(sms(CANCELLED, "es", "{organisation}: {service}, {when}, queda anulada. Ref {code}."));
    all.add(
        sms(
            DAY_BEFORE, "es",
            "{organisation}: {service} {when}. Ref {code}. Responda C si viene, R para cambiar,"
                + " X para anular."));
    all.add(
        sms(
            HOURS_BEFORE, "es",
            "{organisation}: le esperamos, {time}, {service}. Ref {code}. R para cambiar,"
                + " X para anular."));
  }

  private static void french(List<Template> all) {
    var keys = " R pour changer, X pour annuler, STOP pour ne plus recevoir de SMS.";
    all.add(sms(CONFIRMATION, "fr", "{organisation}: {service}, {when}. Ref {code}." + keys));
    all.add(sms(MOVED, "fr", "{organisation}: {service}, maintenant {when}. Ref {code}." + keys));
    all.add(sms(CANCELLED, "fr", "{organisation}: {service}, {when}, est annulé. Ref {code}."));
    all.add(
        sms(
            DAY_BEFORE, "fr",
            "{organisation}: {service} {when}. Ref {code}. C si vous venez, R pour changer,"
                + " X pour annuler."));
    all.add(
        sms(
            HOURS_BEFORE, "fr",
            "{organisation}: à {time}, {service}. Ref {code}. R pour changer, X pour annuler."));
  }

  private static Template sms(Notice notice, String language, String text) {
    return Template.sms(notice, language, "ours", 1, text);
  }

  private static Template mail(Notice notice, String language, String subject, String text) {
    return Template.mail(notice, language, "ours", 1, subject, text);
  }
}
