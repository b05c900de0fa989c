package dev.frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.integrations.smtp.SmtpSettings;
import dev.frontdesk.messaging.MessagingProfile;
import dev.frontdesk.messaging.Price;
import dev.frontdesk.messaging.QuietHours;
import dev.frontdesk.messaging.Sender;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageReaderTest {
  @Test
  void an_organisation_that_names_a_number_is_ready_to_write() {
    var profile = profile("sms: {from: \"+14155550100\"}");

    assertThat(profile.locale()).isEqualTo(Locale.US);
    assertThat(profile.quiet()).isEqualTo(QuietHours.NIGHT);
    assertThat(profile.reminders()).isTrue();
    var sms = profile.sms().orElseThrow();
    assertThat(sms.sender()).isEqualTo(new Sender.Number(new PhoneNumber("+14155550100")));
    assertThat(sms.perSegment()).isEqualTo(Price.parse("0.0083 USD"));
  }

  @Test
  void everything_can_be_said() {
    var profile =
        profile(
            """
            locale: de-DE
            sms: {service: MG0123456789abcdef0123456789abcdef, pricePerSegment: 0.07 EUR,
                  perSecond: 3.75}
            mail: {from: desk@maple.example}
            budget: 50 EUR
            quiet: {from: "21:00", until: "09:00"}
            reminders: false
            templates:
              - {notice: confirmation, language: de, variant: kurz, share: 3, text: "{service}"}
              - {notice: moved, channel: mail, subject: "{when}", text: "{link}"}
            """);
    assertThat(profile.locale()).isEqualTo(Locale.GERMANY);
    assertThat(profile.sms().orElseThrow().perSecond()).isEqualTo(3.75);
    assertThat(profile.budget()).contains(Price.parse("50 EUR"));
    assertThat(profile.reminders()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "templates: [{notice: confirmation, text: 'Hi {nmae}'}]"
        + "| messages.yaml:1: templates[0].text: template 'confirmation' (sms, en, variant own) has"
        + " unknown token {nmae}; known: customer",
    "templates: [{notice: reminder, text: 'Hi'}] | must be confirmation, moved, cancelled",
    "templates: [{notice: moved, channel: mail, text: 'Hi'}] | needs 'subject'",
    "sms: {from: 415} | must be a number such as +14155550100",
    "sms: {service: XX1} | must be a Messaging Service",
    "quiet: {from: '20:00', until: '20:00'} | must be a time such as 08:00, other than from",
    "locale: en_US! | must be a locale such as en-US",
    "smss: 1 | unknown; known here: budget, locale, mail",
  })
  void what_is_wrong_is_told_where_it_stands(String yaml, String complaint) {
    assertThatThrownBy(() -> profile(yaml))
        .isInstanceOf(BadFileException.class)
        .hasMessageContaining(complaint.strip());
  }

  @Test
  void a_budget_in_another_currency_is_told() {
    assertThatThrownBy(() -> profile("sms: {from: \"+14155550100\"}\nbudget: 50 EUR"))
        .hasMessageContaining("must be in the currency of sms.pricePerSegment");
  }

  @Test
  void the_servers_own_section() {
    var settings =
        MessageReader.settings(
            StrictYaml.parse(
                "desk.yaml",
                """
                smtp: {host: smtp.example.com, user: desk, password: secret}
                linkHours: 24
                """));
    assertThat(settings.linkLife()).isEqualTo(Duration.ofHours(24));
    var smtp = settings.smtp().orElseThrow();
    assertThat(smtp.port()).isEqualTo(587);
    assertThat(smtp.tls()).isEqualTo(SmtpSettings.Tls.STARTTLS);
  }

  @Test
  void a_password_never_goes_out_in_the_clear() {
    var yaml = "smtp: {host: h, tls: none, user: desk, password: secret}";
    assertThatThrownBy(() -> MessageReader.settings(StrictYaml.parse("desk.yaml", yaml)))
        .hasMessageContaining("must not be none with a password");
  }

  private static MessagingProfile profile(String yaml) {
    return MessageReader.link(StrictYaml.parse("messages.yaml", yaml)).profile().orElseThrow();
  }
}
