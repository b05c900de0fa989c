package dev.frontdesk.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.vocabulary.Transcript;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP", "stop", " Stop. ", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE",
        "OPTOUT"
      })
  void words_that_carriers_act_on(String text) {
    assertThat(read(text)).isInstanceOfSatisfying(
        Reply.OptOut.class, off -> assertThat(off.keyword()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP PLEASE", "please stop", "Stop texting me!", "stop the messages now", "opt me out",
        "Don't text me again", "do not contact me", "I don’t want any more texts from you",
        "No more messages!!", "take me off your list", "remove my number", "leave me alone",
        "Lose my number", "wrong number", "You have the wrong person", "unsubscribe me please",
        "I revoke my consent", "enough", "Dont send me these", "quit texting me",
        "Baja", "quiero darme de baja", "No me envíen más mensajes", "no quiero recibir mensajes",
        "Dejen de enviarme mensajes", "ALTO", "No me escriban más", "número equivocado",
        "Stopp", "Abmelden", "Bitte keine SMS mehr", "Keine Nachrichten mehr bitte",
        "Schreiben Sie mir nicht mehr", "Löschen Sie meine Nummer", "falsche Nummer",
        "Arrêt", "arrêtez de m'envoyer des messages", "Ne m'envoyez plus de SMS", "plus de SMS",
        "me désabonner", "mauvais numéro",
        "Basta", "non scrivetemi più", "Non voglio più ricevere messaggi",
        "Pare", "Não me envie mais mensagens", "parem de mandar mensagem",
        "Afmelden", "geen sms meer", "nie wysyłajcie mi wiadomości", "Wypisz mnie",
        "sluta skicka", "SMS istemiyorum", "İptal et",
        "СТОП", "Отпишите меня", "не пишите мне больше", "Пожалуйста, не присылайте",
        "відпишіть мене", "退订", "不要再发短信", "配信停止", "もう送らないで", "수신거부", "문자 그만 보내",
        "أوقفوا الرسائل", "إلغاء الاشتراك", "תפסיקו לשלוח", "मैसेज बंद करो", "Hủy đăng ký",
        "wag na kayong mag text"
      })
  void any_wording_in_any_language(String text) {
    assertThat(read(text)).isInstanceOfSatisfying(
        Reply.OptOut.class, off -> assertThat(off.keyword()).isFalse());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thanks!", "I'm stopping by at 3", "is there a bus stop nearby?", "See you at the end",
        "Can I bring my son?", "I don't want Ana, send Bob please", "text me the address",
        "Please send me the directions", "running 5 minutes late", "what's the number of the shop?",
        "My phone number has changed", "don't forget the colour", "I need to quit smoking first, lol",
        "no problem", "Ich komme etwas später", "Gracias, hasta mañana", "merci à demain",
        "Ist es noch weit von der Haltestelle?", "no", "do you take cards", "спасибо", "好的", "ok thanks"
      })
  void what_only_looks_like_it(String text) {
    assertThat(read(text)).isNotInstanceOf(Reply.OptOut.class);
  }

  @Test
  void who_wants_no_reminders_still_gets_what_they_ask_for() {
    assertThat(read("please stop the reminders"))
        .isEqualTo(new Reply.OptOut(Optional.of(Purpose.REMINDER), false, false));
    assertThat(read("keine Erinnerungen mehr"))
        .isEqualTo(new Reply.OptOut(Optional.of(Purpose.REMINDER), false, false));
  }

  @Test
  void cancel_alone_ends_texts_and_may_have_meant_the_appointment() {
    assertThat(read("CANCEL")).isEqualTo(new Reply.OptOut(Optional.empty(), true, true));
    assertThat(read("STOP")).isEqualTo(new Reply.OptOut(Optional.empty(), true, false));
    assertThat(read("Please cancel my appointment")).isEqualTo(new Reply.CallOff(false));
    assertThat(read("please cancel")).isEqualTo(new Reply.CallOff(false));
    assertThat(read("I can't make it")).isEqualTo(new Reply.CallOff(false));
    assertThat(read("Muss den Termin leider absagen")).isEqualTo(new Reply.CallOff(false));
  }

  @Test
  void our_own_words() {
    for (var word : new String[] {"X", "x.", "3", "call off", "Absagen"}) {
      assertThat(read(word)).as(word).isEqualTo(new Reply.CallOff(true));
    }
    for (var word : new String[] {"R", "2", "CHANGE", "reschedule", "another time please"}) {
      assertThat(read(word)).as(word).isEqualTo(new Reply.Change());
    }
    for (var word : new String[] {"C", "1", "ok", "Confirm"}) {
      assertThat(read(word)).as(word).isEqualTo(new Reply.Confirm());
    }
  }

  @Test
  void our_own_words_mean_nothing_to_a_carrier() {
    for (var word : new String[] {"start", "YES", "unstop"}) {
      assertThat(read(word)).isEqualTo(new Reply.OptIn());
    }
    assertThat(read("HELP")).isEqualTo(new Reply.Help());
    assertThat(read("yes please")).isEqualTo(new Reply.Other());
  }

  private static Reply read(String text) {
    return ReplyReader.read(new Transcript(text));
  }
}
