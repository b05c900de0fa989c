package dev.frontdesk.messaging;

import dev.frontdesk.vocabulary.Transcript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads what customers text. Carriers act on single words only; the law asks to honour any
/// reasonable wording, so sentences are read too, in many languages. In doubt somebody is signed
/// off: a text too few costs less than one that was refused. Pure.
public final class ReplyReader {
  /// What carriers take as signing off or on, and answer themselves.
  private static final Set<String> CARRIER_OFF =
      Set.of("stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout");

  private static final Set<String> CARRIER_ON = Set.of("start", "yes", "unstop");
  private static final Set<String> CARRIER_HELP = Set.of("help", "info");

  /// Ours: none of them means anything to a carrier.
  private static final Set<String> CONFIRM =
      Set.of("c", "1", "confirm", "ok", "i come", "ich komme", "vengo", "je viens");

  private static final Set<String> CHANGE =
      Set.of("r", "2", "change", "move", "reschedule", "verlegen", "cambiar", "changer");

  private static final Set<String> CALL_OFF =
      Set.of("x", "3", "call off", "call it off", "absagen", "anular", "annuler");

  private static final Pattern CALL_OFF_SENTENCE =
      Pattern.compile(
          "^(please |pls )?cancel( please| pls)?$"
              + "|\\b(cancel|call off)\\b.*\\b(appointment|booking|visit|haircut|it)\\b"
              + "|\\b(can ?t|cannot|can not|won ?t|not able to|unable to) (come|make it|attend)\\b"
              + "|\\btermin\\b.*\\b(absagen|stornieren|canceln)\\b|\\bkann nicht kommen\\b"
              + "|\\b(cancelar|anular)\\b.*\\bcita\\b|\\bno puedo (ir|asistir)\\b"
              + "|\\bannuler\\b.*\\b(rendez vous|rdv)\\b|\\bne peux pas venir\\b");

  private static final Pattern CHANGE_SENTENCE =
      Pattern.compile(
          "\\b(reschedule|another (time|day)|different (time|day)|move (it|my|the))\\b"
              + "|\\b(verlegen|verschieben|anderen termin)\\b"
              + "|\\b(cambiar|otra hora|otro dia)\\b|\\b(deplacer|reporter|autre (heure|jour))\\b");

  private static final Pattern REMINDERS_ONLY =
      Pattern.compile("\\b(reminders?|erinnerung(en)?|recordatorios?|rappels?|promemoria)\\b");

  private ReplyReader() {}

  public static Reply read(Transcript text) {
    var plain = plain(text.text());
    if (CARRIER_OFF.contains(plain)) {
      boolean ambiguous = plain.equals("cancel") || plain.equals("end");
      return new Reply.OptOut(Optional.empty(), true, ambiguous);
    }
    if (CARRIER_ON.contains(plain)) {
      return new Reply.OptIn();
    }
    if (CARRIER_HELP.contains(plain)) {
      return new Reply.Help();
    }
    if (OptOutWords.in(plain)) {
      var only =
          REMINDERS_ONLY.matcher(plain).find()
              ? Optional.of(Purpose.REMINDER)
              : Optional.<Purpose>empty();
      return new Reply.OptOut(only, false, false);
    }
    if (CONFIRM.contains(plain)) {
      return new Reply.Confirm();
    }
    if (CHANGE.contains(plain)) {
      return new Reply.Change();
    }
    if (CALL_OFF.contains(plain)) {
      return new Reply.CallOff(true);
    }
    if (CALL_OFF_SENTENCE.matcher(plain).find()) {
      return new Reply.CallOff(false);
    }
    return CHANGE_SENTENCE.matcher(plain).find() ? new Reply.Change() : new Reply.Other();
  }

  /// Small letters without Latin accents, one blank between words, no punctuation.
  static String plain(String text) {
    return withoutMarks(text.toLowerCase(Locale.ROOT))
        .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
        .strip();
  }

  static String withoutMarks(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("[\\u0300-\\u036f]", "")
        .replace('ł', 'l')
        .replace('đ', 'd')
        .replace('ı', 'i')
        .replace('ø', 'o');
  }
}
