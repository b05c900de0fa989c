package dev.frontdesk.integrations.twilio;

import dev.frontdesk.messaging.MessageText;
import dev.frontdesk.telephony.CallInstruction;
import dev.frontdesk.telephony.CallInstruction.ConnectMedia;
import dev.frontdesk.telephony.CallInstruction.DialPerson;
import dev.frontdesk.telephony.CallInstruction.HangUp;
import dev.frontdesk.telephony.CallInstruction.SayAndHangUp;
import java.util.Optional;
import java.util.TreeMap;

/// Instructions in Twilio's XML.
///
/// What stands after `<Connect>` runs once the media socket has closed, so `<Redirect>` asks us
/// whether the call goes on.
///
/// @see <a href="https://www.twilio.com/docs/voice/twiml/stream">Twilio: TwiML Stream</a>
final class Twiml {
  private Twiml() {}

  static String of(CallInstruction instruction) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>"
        + switch (instruction) {
          case ConnectMedia connect -> connect(connect);
          case SayAndHangUp(var text, var language) ->
              "<Say language=\"%s\">%s</Say><Hangup/>".formatted(escape(language), escape(text));
          case DialPerson person -> dial(person);
          case HangUp _ -> "<Hangup/>";
        }
        + "</Response>";
  }

  /// With an `action`, nothing after `<Dial>` is carried out: the action says what comes next.
  ///
  /// @see <a href="https://www.twilio.com/docs/voice/twiml/dial">Twilio: TwiML Dial</a>
  private static String dial(DialPerson person) {
    var shown =
        person.shown().map(number -> " callerId=\"" + escape(number.e164()) + "\"").orElse("");
    return ("<Dial timeout=\"%d\" timeLimit=\"%d\"%s action=\"%s\" method=\"POST\">"
            + "<Number statusCallback=\"%s\" statusCallbackMethod=\"POST\""
            + " statusCallbackEvent=\"answered\">%s</Number></Dial>")
        .formatted(
            person.rings().toSeconds(),
            person.talk().toSeconds(),
            shown,
            escape(person.result().toString()),
            escape(person.reports().toString()),
            escape(person.to().e164()));
  }

  /// An answer to a text; an empty one says nothing.
  static String answer(Optional<MessageText> text) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>"
        + text.map(it -> "<Message>" + escape(it.value()) + "</Message>").orElse("")
        + "</Response>";
  }

  private static String connect(ConnectMedia connect) {
    var parameters = new StringBuilder();
    new TreeMap<>(connect.parameters())
        .forEach(
            (name, value) ->
                parameters.append(
                    "<Parameter name=\"%s\" value=\"%s\"/>"
                        .formatted(escape(name), escape(value))));
    return ("<Connect><Stream url=\"%s\">%s</Stream></Connect>"
            + "<Redirect method=\"POST\">%s</Redirect>")
        .formatted(
            escape(connect.media().toString()),
            parameters,
            escape(connect.afterwards().toString()));
  }

  /// Characters that XML forbids altogether become spaces.
  private static String escape(String text) {
    var escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(c) ? c : ' ');
              }
            });
    return escaped.toString();
  }

  private static boolean isXml(int c) {
    return c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd || c >= 0x10000;
  }
}
