package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.integrations.smtp.SmtpSettings;
import dev.frontdesk.lab.BookingClient.OfferedSlot;
import dev.frontdesk.lab.BookingClient.Person;
import dev.frontdesk.lab.BookingClient.Reply;
import dev.frontdesk.messaging.BookingCode;
import dev.frontdesk.messaging.Channel;
import dev.frontdesk.messaging.Message;
import dev.frontdesk.messaging.MessageState;
import dev.frontdesk.messaging.MessagingProfile;
import dev.frontdesk.messaging.Notice;
import dev.frontdesk.messaging.Price;
import dev.frontdesk.messaging.QuietHours;
import dev.frontdesk.messaging.Sender;
import dev.frontdesk.messaging.Templates;
import dev.frontdesk.server.CalendarLink;
import dev.frontdesk.server.CatalogueReader;
import dev.frontdesk.server.CrmLink;
import dev.frontdesk.server.FollowingSettings;
import dev.frontdesk.server.FrontdeskServer;
import dev.frontdesk.server.MessageLink;
import dev.frontdesk.server.MessageSettings;
import dev.frontdesk.server.OrganisationLinks;
import dev.frontdesk.server.OrganisationSettings;
import dev.frontdesk.server.ReportLink;
import dev.frontdesk.server.ServerSettings;
import dev.frontdesk.server.SpeechSettings;
import dev.frontdesk.server.StrictYaml;
import dev.frontdesk.storage.ApiKey;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.EmailAddress;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole server, a simulated Twilio and a simulated mail server: what a customer sees.
class MessagesJourneyTest {
  private static final OrgId ORG = new OrgId("maple");
  private static final PhoneNumber SHOP = new PhoneNumber("+14155550100");
  private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
  private static final VendorFaults FAULTS = VendorFaults.none();
  private static final AtomicInteger PEOPLE = new AtomicInteger(200);
  private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/m/[\\w-]+");

  @TempDir private static Path data;
  private static SimulatedMessages twilio;
  private static SimulatedMail mail;
  private static FrontdeskServer server;
  private static HttpClient http;
  private static BookingClient client;

  @BeforeAll
  static void start() {
    http = HttpClient.newHttpClient();
    twilio =
        SimulatedMessages.start(
            0, new SimulatedMessages.Account(ACCOUNT, "token", URI::create), FAULTS,
            Duration.ofMillis(5), Clock.systemUTC());
    twilio.step(Duration.ofMillis(5));
    mail = SimulatedMail.start(0, VendorFaults.none(), Duration.ZERO);
    server = FrontdeskServer.start(settings());
    var key = server.storage().apiKeys().create(ORG, ApiKey.Scope.PRIVATE, "test").reveal();
    client =
        new BookingClient(http, URI.create("http://127.0.0.1:" + server.httpPort()), key);
  }

  @AfterAll
  static void stop() {
    server.close();
    twilio.close();
    mail.close();
    http.close();
  }

  @Test
  void a_booking_is_confirmed_and_the_delivery_is_known() throws Exception {
    var phone = someone();
    var booking = book(phone);

    Eventually.holds(() -> state(booking, Notice.CONFIRMATION) == MessageState.DELIVERED);
    assertThat(textsTo(phone)).hasSize(1);
    assertThat(textsTo(phone).getFirst())
        .startsWith("Maple Street Barbers: Haircut booked, ")
        .contains(BookingCode.of(booking).value());
    var message = messages(booking).getFirst();
    assertThat(message.times().acceptedAt()).isPresent();
    assertThat(message.times().deliveredAt()).isPresent();
  }

  @Test
  void an_answer_that_was_lost_after_the_work_leads_to_one_text() throws Exception {
    FAULTS.nextOf("messages.create", VendorFault.resetAfter());
    var phone = someone();
    var booking = book(phone);

    Eventually.holds(() -> state(booking, Notice.CONFIRMATION) == MessageState.DELIVERED);
    assertThat(textsTo(phone)).hasSize(1);
  }

  @Test
  void a_request_that_was_lost_before_the_work_is_sent_again_after_a_while() throws Exception {
    FAULTS.nextOf("messages.create", VendorFault.resetBefore());
    var phone = someone();
    var booking = book(phone);

    Eventually.holds(() -> state(booking, Notice.CONFIRMATION) == MessageState.DELIVERED);
    assertThat(textsTo(phone)).hasSize(1);
  }

  @Test
  void a_landline_gets_no_text_and_an_alarm_says_why() throws Exception {
    var phone = someone();
    twilio.handset(phone, SimulatedHandset.LANDLINE);
    var booking = book(phone);

    Eventually.holds(() -> !alarms(booking).isEmpty());
    assertThat(alarms(booking).getFirst())
        .contains("the number is no mobile: it takes no text (twilio 21614)");
    assertThat(textsTo(phone)).isEmpty();
  }

  @Test
  void without_any_report_the_carrier_is_asked_and_then_an_alarm_is_raised() throws Exception {
    var phone = someone();
    twilio.handset(phone, SimulatedHandset.SILENT);
    var booking = book(phone);

    Eventually.holds(() -> !alarms(booking).isEmpty());
    assertThat(alarms(booking).getFirst()).contains("no confirmation has been delivered yet");
  }

  @Test
  void reports_that_are_lost_are_made_up_for_by_asking() throws Exception {
    FAULTS.nextCallback(CallbackFault.lost(), CallbackFault.lost());
    var phone = someone();
    var booking = book(phone);

    Eventually.holds(() -> state(booking, Notice.CONFIRMATION) == MessageState.DELIVERED);
    assertThat(alarms(booking)).isEmpty();
  }

  @Test
  void x_calls_it_off_and_the_customer_is_told() throws Exception {
    var phone = someone();
    var booking = book(phone);
    Eventually.holds(() -> state(booking, Notice.CONFIRMATION) == MessageState.DELIVERED);

    var answer = twilio.customerTexts(webhook(), "SM" + phone.substring(1), phone, SHOP.e164(), "X");
    assertThat(answer).contains("<Response></Response>");
    Eventually.holds(() -> textsTo(phone).size() == 2);
    assertThat(textsTo(phone).getLast()).contains("is called off");
    twilio.customerTexts(webhook(), "SM" + phone.substring(1), phone, SHOP.e164(), "X");
    assertThat(textsTo(phone)).as("the same text brought twice").hasSize(2);
  }

  @Test
  void r_brings_a_link_that_moves_the_appointment() throws Exception {
    var phone = someone();
    var booking = book(phone);
    Eventually.holds(() -> state(booking, Notice.CONFIRMATION) == MessageState.DELIVERED);

    var answer =
        twilio.customerTexts(webhook(), "SM" + phone.substring(1), phone, SHOP.e164(), "R");
    var link = LINK.matcher(answer);
    assertThat(link.find()).as(answer).isTrue();
    var page = get(link.group());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(page.body()).contains("Choose another time:").contains("Haircut");
    var slot = Pattern.compile("name=\"slot\" value=\"([^\"]+)\"").matcher(page.body());
    assertThat(slot.find()).isTrue();
    assertThat(post(link.group() + "/move", "slot=" + slot.group(1)).body())
        .contains("Your appointment has been moved.");
    Eventually.holds(() -> state(booking, Notice.MOVED) == MessageState.DELIVERED);
    assertThat(textsTo(phone).getLast()).contains("is now");
    assertThat(post(link.group() + "/call-off", "").body()).contains("is called off");
    assertThat(get(link.group()).statusCode()).isEqualTo(410);
  }

  @Test
  void what_is_forged_is_refused() throws Exception {
    assertThat(post(webhook(), "MessageSid=SM1&From=%2B14155550123&To=%2B14155550100&Body=X")
            .statusCode())
        .isEqualTo(403);
    var here = "http://127.0.0.1:" + server.httpPort();
    assertThat(get(here + "/m/AAAA").statusCode()).isEqualTo(404);
    assertThat(get(here + "/messages/inbox").statusCode()).isEqualTo(401);
  }

  @Test
  void stop_is_honoured_by_who_asked_for_it() throws Exception {
    var phone = someone();
    var booking = book(phone);
    Eventually.holds(() -> state(booking, Notice.CONFIRMATION) == MessageState.DELIVERED);
    var stop = "please stop texting me";
    assertThat(
            twilio.customerTexts(webhook(), "SM" + phone.substring(1), phone, SHOP.e164(), stop))
        .contains("<Message>You get no more texts from Maple Street Barbers.");

    client.cancel(booking.value(), "stop-" + phone);
    Eventually.holds(() -> state(booking, Notice.CANCELLED) == MessageState.WITHHELD);
    assertThat(textsTo(phone)).hasSize(1);
  }

  private static ServerSettings settings() {
    var profile =
        new MessagingProfile(
            Locale.US,
            Optional.of(
                new MessagingProfile.SmsLine(
                    new Sender.Number(SHOP), Price.parse("0.0083 USD"), 50)),
            Optional.of(new MessagingProfile.MailLine(new EmailAddress("desk@maple.example"))),
            Optional.empty(), QuietHours.NIGHT, true, Templates.ours());
    var links =
        new OrganisationLinks(
            CalendarLink.NONE, new MessageLink(Optional.of(profile)), ReportLink.NONE,
            CrmLink.NONE);
    var messages =
        new MessageSettings(
            Optional.of(
                new SmtpSettings(
                    "127.0.0.1", mail.port(), SmtpSettings.Tls.NONE, Optional.empty(),
                    Duration.ofSeconds(5))),
            Optional.empty(), Duration.ofHours(72), Duration.ofMillis(500), Duration.ofSeconds(1));
    var before = FollowingSettings.DEFAULT;
    var catalogue =
        CatalogueReader.read(
            StrictYaml.parse(
                "barber.yaml",
                """
                organisation: {name: Maple Street Barbers, timeZone: America/Los_Angeles}
                services:
                  - {id: haircut, name: Haircut, minutes: 30}
                resources:
                  - {id: ana, name: Ana, schedule: {mon-sun: ["00:00-24:00"]}}
                """),
            ORG);
    return new ServerSettings(
        data, Optional.empty(), "127.0.0.1", 0, 0,
        Optional.empty(), Optional.empty(),
        Optional.of(
            new ServerSettings.TwilioSettings(ACCOUNT, new Secret("token"), twilio.base())),
        SpeechSettings.LOCAL, ServerSettings.TurnSettings.DEFAULT,
        List.of(
            new OrganisationSettings(catalogue, List.of(SHOP), 10, Optional.empty(), links)),
        new FollowingSettings(
            before.calendar(), messages, before.reports(), before.crm(), before.jobs()),
        Clock.systemUTC());
  }

  private static String someone() {
    return "+1415556" + PEOPLE.addAndGet(1) + System.nanoTime() % 10;
  }

  private static BookingId book(String phone) throws InterruptedException {
    var from = LocalDateTime.now(Clock.systemUTC()).plusDays(2);
    for (OfferedSlot slot : client.offers("haircut", from, from.plusDays(9), 50)) {
      var reply =
          client.book(slot, new Person("Dana", phone), "book-" + phone + slot.start());
      if (reply instanceof Reply.Answered answered && answered.granted()) {
        return new BookingId(answered.body().path("id").asString());
      }
    }
    throw new AssertionError("nothing could be booked");
  }

  private static List<String> textsTo(String phone) {
    return twilio.entries().stream()
        .filter(text -> text.to().equals(phone))
        .map(SimulatedText::body)
        .toList();
  }

  private static List<Message> messages(BookingId booking) {
    return server.storage().messages().ofBooking(ORG, booking);
  }

  private static MessageState state(BookingId booking, Notice notice) {
    return messages(booking).stream()
        .filter(it -> it.draft().notice() == notice && it.draft().channel() == Channel.SMS)
        .map(Message::state)
        .findFirst()
        .orElse(MessageState.INTENDED);
  }

  private static List<String> alarms(BookingId booking) {
    return server.storage().work().alarms().standing(ORG).stream()
        .filter(alarm -> alarm.subject().equals(booking.value()))
        .map(alarm -> alarm.text())
        .toList();
  }

  private static String webhook() {
    return "http://127.0.0.1:" + server.httpPort() + "/twilio/messages";
  }

  private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String url, String form)
      throws IOException, InterruptedException {
    int equals = form.indexOf('=');
    var body =
        form.contains("&") || equals < 0
            ? form
            : form.substring(0, equals + 1)
                + URLEncoder.encode(form.substring(equals + 1), StandardCharsets.UTF_8);
    return http.send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }
}
