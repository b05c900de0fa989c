package dev.frontdesk.messaging;

import java.util.Locale;
import java.util.Map;

/// How we answer texts, in a language; `%s` stands for the link or the organisation.
record ReplyWords(
    String change, String confirmed, String tooLate, String notStanding, String off, String on) {

  private static final ReplyWords ENGLISH =
      new ReplyWords(
          "Move your appointment or call it off here: %s",
          "Thank you. See you then.",
          "It is too late to call it off by text. Please call us.",
          "We found no coming appointment for this number.",
          "You get no more texts from %s. Reply START to get them again.",
          "You get texts from %s again.");

  private static final Map<String, ReplyWords> OTHERS =
      Map.of(
          "de",
          new ReplyWords(
              "Hier verlegen oder absagen: %s",
              "Danke, bis dann.",
              "Zum Absagen per SMS ist es zu spät. Bitte rufen Sie an.",
              "Zu dieser Nummer gibt es keinen Termin.",
              "Sie bekommen keine SMS mehr von %s. START schaltet sie wieder ein.",
              "Sie bekommen wieder SMS von %s."),
          "es",
          new ReplyWords(
              "Cambie o anule su cita aquí: %s",
              "Gracias, le esperamos.",
              "Es tarde para anular por SMS. Llámenos, por favor.",
              "No hay ninguna cita con este número.",
              "No recibirá más SMS de %s. START para volver a recibirlos.",
              "Volverá a recibir SMS de %s."),
          "fr",
          new ReplyWords(
              "Changez ou annulez ici : %s",
              "Merci, à bientôt.",
              "Trop tard pour annuler par SMS. Appelez-nous, s'il vous plaît.",
              "Aucun rendez-vous pour ce numéro.",
              "Vous ne recevrez plus de SMS de %s. START pour en recevoir à nouveau.",
              "Vous recevez de nouveau les SMS de %s."));

  static ReplyWords in(Locale locale) {
    return OTHERS.getOrDefault(locale.getLanguage(), ENGLISH);
  }
}
