package dev.frontdesk.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.booking.MapleStreet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What a recogniser by grammar may hear, question by question.
class GrammarWriterTest {
  private static final Lexicon LEXICON = new Lexicon(MapleStreet.catalogue());

  @ParameterizedTest
  @EnumSource
  void every_rule_that_is_named_is_written_in_words_that_can_be_said(Question asked) {
    var grammar = new Jsgf(GrammarWriter.write(LEXICON, asked));

    assertThat(grammar.missing()).isEmpty();
    assertThat(grammar.words()).allMatch(word -> word.matches("[a-z']+"));
  }

  @ParameterizedTest(name = "{0}: {1} → {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HOW_CAN_I_HELP  | i'd like a haircut on tuesday at three                 | heard
          HOW_CAN_I_HELP  | hi can i get a colour next thursday at half past one   | heard
          HOW_CAN_I_HELP  | a haircut with ana tomorrow at ten for dana whitfield  | heard
          HOW_CAN_I_HELP  | i'd like a haircut every tuesday at nine for six weeks | heard
          HOW_CAN_I_HELP  | cancel my haircut on friday                            | heard
          HOW_CAN_I_HELP  | move my appointment to friday at four p m              | heard
          HOW_CAN_I_HELP  | what are your hours                                    | heard
          HOW_CAN_I_HELP  | four one five five five five                           | not
          HOW_MANY        | for six weeks                                          | heard
          HOW_MANY        | until july the first                                   | heard
          HOW_MANY        | until the first of july                                | heard
          NAME            | it's dana whitfield                                    | heard
          NAME            | d a n a                                                | heard
          NAME            | tuesday at three                                       | not
          PHONE           | four one five double five five oh one two three        | heard
          PHONE           | this number                                            | heard
          CONFIRM_BOOKING | yes please                                             | heard
          CONFIRM_BOOKING | no wait make it thursday                               | heard
          CONFIRM_BOOKING | i'd like a haircut                                     | not
          LEAVE_OUT       | yes please                                             | heard
          PICK_SLOT       | the second one please                                  | heard
          PICK_SLOT       | then the next one after that                           | heard
          WHEN            | on tuesday at quarter past three                       | heard
          """)
  void hears_what_answers_the_question_and_little_else(
      Question asked, String sentence, String heard) {
    var grammar = new Jsgf(GrammarWriter.write(LEXICON, asked));

    assertThat(grammar.accepts(sentence) ? "heard" : "not").isEqualTo(heard);
  }
}
