package dev.frontdesk.integrations.pocketsphinx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrammarWordsTest {
  @Test
  void words_are_what_is_neither_rule_tag_weight_nor_comment() {
    assertThat(
            GrammarWords.of(
                """
                #JSGF V1.0 UTF-8 en;
                grammar com.maple.book; // not this
                import <com.other.*>;
                /* nor
                   this */
                public <top>=<polite> [ /0.5/ a | /2/ haircut {service=cut} ]* (on|at)+;
                <polite> = "public" transport | dana's o'clock ;
                """))
        .containsExactly("a", "haircut", "on", "at", "public", "transport", "dana's", "o'clock");
  }

  @Test
  void an_empty_grammar_has_no_words() {
    assertThat(GrammarWords.of("")).isEmpty();
  }
}
