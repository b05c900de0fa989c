package dev.frontdesk.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplatesTest {
  private static final URI LINK = URI.create("https://desk.example.com/m/abc");

  @Test
  void an_unknown_token_is_told_with_the_template_and_the_token() {
    assertThatThrownBy(
            () -> Template.sms(Notice.CONFIRMATION, "en", "a", 1, "Hello {nmae}, see you"))
        .hasMessageContaining("'confirmation' (sms, en, variant a)")
        .hasMessageContaining("{nmae}")
        .hasMessageContaining("customer, organisation, service");
  }

  @Test
  void a_brace_that_stands_alone_is_told() {
    assertThatThrownBy(() -> TemplateText.parse("t", "a { b")).hasMessageContaining("without a }");
    assertThatThrownBy(() -> TemplateText.parse("t", "a } b")).hasMessageContaining("without a {");
    assertThat(TemplateText.parse("t", "{{service}} {{ }}").fill(Map.of()))
        .isEqualTo("{service} { }");
    assertThatThrownBy(() -> TemplateText.parse("t", " ")).hasMessageContaining("is empty");
  }

  @Test
  void what_a_token_holds_is_not_read_as_a_template() {
    var text = TemplateText.parse("t", "Hello {customer}");
    assertThat(text.fill(Map.of(Token.CUSTOMER, "{link}"))).isEqualTo("Hello {link}");
  }

  @Test
  void each_of_our_texts_fits_one_segment() {
    for (var template : OurTemplates.ALL) {
      if (template.channel() == Channel.SMS) {
        var text = filled(template, Locale.of(template.language(), country(template.language())));
        assertThat(Segments.of(text))
            .as(text)
            .matches(s -> s.encoding() == Segments.Encoding.GSM_7 && s.parts() == 1);
      }
    }
  }

  @Test
  void none_of_our_texts_asks_for_a_word_that_signs_off() {
    for (var template : OurTemplates.ALL) {
      assertThat(template.text().toString())
          .doesNotContainPattern("(?i)(reply|antwort|responda|r[ée]pond\\w*) (cancel|end|quit|yes)");
    }
  }

  @Test
  void a_date_is_written_as_people_in_that_country_write_it() {
    assertThat(when(Locale.US)).isEqualTo("Tue 3 Mar, 3:00 PM");
    assertThat(when(Locale.UK)).isEqualTo("Tue 3 Mar, 15:00");
    assertThat(when(Locale.GERMANY)).isEqualTo("Di. 3. März, 15:00");
    assertThat(when(Locale.of("es", "ES"))).isEqualTo("mar 3 mar, 15:00");
    assertThat(when(Locale.FRANCE)).isEqualTo("mar. 3 mars, 15:00");
  }

  @Test
  void a_customer_on_another_clock_is_told_which_clock_is_meant() {
    var values =
        TokenValues.of(
            Ana.appointment("2026-03-03T15:00"), Locale.US,
            List.of(ZoneId.of("America/New_York")), LINK);
    assertThat(values.get(Token.WHEN)).isEqualTo("Tue 3 Mar, 3:00 PM PST");
  }

  @Test
  void an_accent_that_would_double_the_price_is_dropped_from_a_date() {
    var saturday =
        TokenValues.of(
            Ana.appointment("2026-03-07T15:00"), Locale.of("es", "ES"),
            List.of(Ana.LOS_ANGELES), LINK);
    assertThat(saturday.get(Token.DAY)).isEqualTo("sab 7 mar");
  }

  @Test
  void an_organisations_own_wording_goes_before_ours_and_its_language_before_english() {
    var own = Template.sms(Notice.CONFIRMATION, "en", "a", 1, "own {service}");
    var templates = new Templates(List.of(own));
    assertThat(templates.choose(Notice.CONFIRMATION, Channel.SMS, Locale.US, "x")).isEqualTo(own);
    assertThat(templates.choose(Notice.CONFIRMATION, Channel.SMS, Locale.GERMANY, "x").language())
        .isEqualTo("de");
    assertThat(templates.choose(Notice.CONFIRMATION, Channel.SMS, Locale.JAPAN, "x"))
        .isEqualTo(own);
    assertThat(templates.choose(Notice.MOVED, Channel.SMS, Locale.US, "x").variant())
        .isEqualTo("ours");
  }

  @Test
  void the_same_variant_twice_is_an_error() {
    var one = Template.sms(Notice.CONFIRMATION, "en", "a", 1, "x");
    assertThatThrownBy(() -> new Templates(List.of(one, one)))
        .hasMessageContaining("confirmation sms en variant a");
  }

  @Test
  void people_are_split_as_the_shares_say_and_each_always_gets_the_same() {
    var templates =
        List.of(
            Template.sms(Notice.CONFIRMATION, "en", "a", 3, "a"),
            Template.sms(Notice.CONFIRMATION, "en", "b", 1, "b"),
            Template.sms(Notice.CONFIRMATION, "en", "off", 0, "off"));
    var counts = new HashMap<String, Integer>();
    for (int i = 0; i < 4_000; i++) {
      var who = "+1415555" + (1000 + i);
      var first = VariantSplit.choose(who, templates);
      assertThat(VariantSplit.choose(who, templates.reversed())).isEqualTo(first);
      counts.merge(first.variant(), 1, Integer::sum);
    }
    assertThat(counts.get("a")).isBetween(2_850, 3_150);
    assertThat(counts).doesNotContainKey("off");
  }

  private static String country(String language) {
    return language.equals("en") ? "US" : language.toUpperCase(Locale.ROOT);
  }

  private static String filled(Template template, Locale locale) {
    return template.text().fill(
        TokenValues.of(
            Ana.appointment("2026-12-23T15:00"), locale, List.of(Ana.LOS_ANGELES), LINK));
  }

  private static String when(Locale locale) {
    return TokenValues.of(
            Ana.appointment("2026-03-03T15:00"), locale, List.of(Ana.LOS_ANGELES), LINK)
        .get(Token.WHEN);
  }
}
