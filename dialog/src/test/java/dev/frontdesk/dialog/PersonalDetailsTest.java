package dev.frontdesk.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.vocabulary.EmailAddress;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names, numbers and addresses as people say and spell them.
class PersonalDetailsTest {

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          It's Dana Whitfield                            | Dana Whitfield
          my name is Siobhan O'Malley                    | Siobhan O'Malley
          Jean-Luc Picard                                | Jean-Luc Picard
          'Wyss, W Y S S, first name Regula'             | Regula Wyss
          'the last name is Lindqvist, L I N D Q V I S T' | Lindqvist
          D A N A                                        | Dana
          'Dana, D as in dog, A, N as in Nancy, A'       | Dana
          delta alpha november alpha                     | Dana
          it's for my son Noah                           | Noah
          'not Marc, Marco Conti'                        | Marco Conti
          'Not Marc, Marco, Marco Conti'                 | Marco Conti
          Venkataraghavan Subramaniam                    | Venkataraghavan Subramaniam
          this is Mrs Okafor                             | Okafor
          you can put it under Henderson                 | Henderson
          Omar Said                                      | Omar Said
          Tuesday at three                               | nobody
          yes                                            | nobody
          I'd rather not say                             | nobody
          """)
  void names(String said, String name) {
    assertThat(Optional.ofNullable(Readings.of(said, Question.NAME).name()).orElse("nobody"))
        .isEqualTo(name);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'four one five, five five five, oh one two three'         | 4155550123
          415-555-0123                                              | 4155550123
          (415) 555-0123                                            | 4155550123
          four fifteen five fifty five zero one twenty three        | 4155550123
          'plus four nine three oh, one two three four five six'    | +4930123456
          eight hundred five five five oh one two three             | 8005550123
          it's oh two oh seven one eight three eight seven five oh  | 02071838750
          call me on 020 7183 8750                                  | 02071838750
          triple five oh one two three                              | 5550123
          'double five five, oh one double two three'               | 55501223
          four one five                                             | 415
          Tuesday at three                                          | none
          """)
  void phone_numbers(String said, String digits) {
    assertThat(Optional.ofNullable(Readings.of(said, Question.PHONE).phoneDigits()).orElse("none"))
        .isEqualTo(digits);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dana at gmail dot com                            | dana@gmail.com
          dana dot w at gmail dot com                      | dana.w@gmail.com
          it's maria underscore lopez at outlook dot com   | maria_lopez@outlook.com
          M A R I A at outlook dot com                     | maria@outlook.com
          my email is jo-ann@acme.co.uk                    | jo-ann@acme.co.uk
          jo dash ann at acme dot co dot uk                | jo-ann@acme.co.uk
          dana nineteen eighty four at yahoo dot com       | dana1984@yahoo.com
          d w h i t e at mail dot org                      | dwhite@mail.org
          info at maple street dot com                     | info@maplestreet.com
          at three on Tuesday                              | none
          """)
  void email_addresses(String said, String address) {
    assertThat(Optional.ofNullable(Readings.of(said, Question.HOW_CAN_I_HELP).email())
        .map(EmailAddress::value).orElse("none")).isEqualTo(address);
  }
}
