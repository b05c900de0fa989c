package dev.frontdesk.server;

import java.util.Locale;
import java.util.Map;

/// The words on the page behind a customer's link.
record MessagePageWords(
    String moveTo,
    String nothingFree,
    String cannotCome,
    String callOff,
    String moved,
    String calledOff,
    String justTaken,
    String tooLate,
    String notStanding,
    String over,
    String forged) {

  private static final MessagePageWords ENGLISH =
      new MessagePageWords(
          "Choose another time:",
          "There is no other time in the next two weeks. Please call us.",
          "Cannot come at all?",
          "Call it off",
          "Your appointment has been moved.",
          "Your appointment is called off.",
          "That time was just taken. Here is what is free now:",
          "It is too late to change it here. Please call us.",
          "This appointment no longer stands.",
          "This link has run out. Reply R to our text for a new one, or call us.",
          "This link is not valid. Please use it exactly as you got it.");

  private static final Map<String, MessagePageWords> OTHERS =
      Map.of(
          "de",
          new MessagePageWords(
              "Wählen Sie eine andere Zeit:",
              "In den nächsten zwei Wochen ist nichts frei. Bitte rufen Sie an.",
              "Sie können gar nicht kommen?",
              "Absagen",
              "Ihr Termin ist verlegt.",
              "Ihr Termin ist abgesagt.",
              "Diese Zeit wurde eben vergeben. Das ist jetzt frei:",
              "Hier lässt er sich nicht mehr ändern. Bitte rufen Sie an.",
              "Diesen Termin gibt es nicht mehr.",
              "Dieser Link ist abgelaufen. Antworten Sie R auf unsere SMS, oder rufen Sie an.",
              "Dieser Link ist ungültig. Bitte benutzen Sie ihn genau so, wie Sie ihn bekamen."),
          "es",
          new MessagePageWords(
              "Elija otra hora:",
              "No hay otra hora en las próximas dos semanas. Llámenos, por favor.",
              "¿No puede venir?",
              "Anular",
              "Su cita se ha cambiado.",
              "Su cita queda anulada.",
              "Esa hora se acaba de ocupar. Ahora hay libre:",
              "Ya es tarde para cambiarla aquí. Llámenos, por favor.",
              "Esta cita ya no existe.",
              "Este enlace ha caducado. Responda R a nuestro SMS o llámenos.",
              "Este enlace no es válido. Úselo exactamente como lo recibió."),
          "fr",
          new MessagePageWords(
              "Choisissez une autre heure :",
              "Rien d'autre dans les deux semaines. Appelez-nous, s'il vous plaît.",
              "Vous ne pouvez pas venir ?",
              "Annuler",
              "Votre rendez-vous est déplacé.",
              "Votre rendez-vous est annulé.",
              "Cette heure vient d'être prise. Voici ce qui est libre :",
              "Il est trop tard pour le changer ici. Appelez-nous, s'il vous plaît.",
              "Ce rendez-vous n'existe plus.",
              "Ce lien a expiré. Répondez R à notre SMS, ou appelez-nous.",
              "Ce lien n'est pas valable. Utilisez-le exactement tel quel."));

  static MessagePageWords in(Locale locale) {
    return OTHERS.getOrDefault(locale.getLanguage(), ENGLISH);
  }
}
