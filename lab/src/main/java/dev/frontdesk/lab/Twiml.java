package dev.frontdesk.lab;

import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The part of TwiML that a media call needs, read as strictly as Twilio reads it.
///
/// @see <a href="https://www.twilio.com/docs/voice/twiml/stream">TwiML Stream</a>
final class Twiml {
  private static final int END = XMLStreamConstants.END_ELEMENT;
  private final XMLStreamReader xml;

  private Twiml(XMLStreamReader xml) {
    this.xml = xml;
  }

  sealed interface Verb {
    /// @param parameters handed back in the stream's start message
    record Connect(URI stream, Map<String, String> parameters) implements Verb {}

    record Redirect(String url) implements Verb {}

    record Say(String text) implements Verb {}

    /// @param callerId empty for the caller's own
    /// @param events   of which `statusCallback` is told
    record Dial(
        String number,
        String callerId,
        int timeoutSeconds,
        String action,
        String statusCallback,
        Set<String> events)
        implements Verb {}

    record Hangup() implements Verb {}
  }

  /// What Twilio would refuse, with the reason.
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String reason) {
      super(reason);
    }
  }

  /// The verbs in the order in which they are carried out.
  static List<Verb> parse(String document) throws Refused {
    var factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      var xml = factory.createXMLStreamReader(new StringReader(document));
      xml.nextTag();
      var twiml = new Twiml(xml);
      twiml.expect("Response", Set.of());
      return twiml.verbs();
    } catch (XMLStreamException e) {
      throw new Refused("not well-formed XML");
    }
  }

  private List<Verb> verbs() throws XMLStreamException, Refused {
    var verbs = new ArrayList<Verb>();
    while (xml.nextTag() != END) {
      verbs.add(
          switch (xml.getLocalName()) {
            case "Connect" -> connect();
            case "Redirect" -> redirect();
            case "Dial" -> dial();
            case "Say" -> {
              expect("Say", Set.of("voice", "language", "loop"));
              yield new Verb.Say(xml.getElementText());
            }
            case "Hangup" -> {
              expect("Hangup", Set.of());
              end("Hangup");
              yield new Verb.Hangup();
            }
            case String other -> throw new Refused("no verb here: " + other);
          });
    }
    return verbs;
  }

  private Verb.Redirect redirect() throws XMLStreamException, Refused {
    expect("Redirect", Set.of("method"));
    var method = xml.getAttributeValue(null, "method");
    if (method != null && !method.equals("POST")) {
      throw new Refused("the simulated carrier redirects by POST only");
    }
    return new Verb.Redirect(xml.getElementText().strip());
  }

  /// The action is needed here, though Twilio would go on with the next verb without one.
  private Verb.Dial dial() throws XMLStreamException, Refused {
    expect("Dial", Set.of("action", "method", "timeout", "timeLimit", "callerId"));
    var action = attribute("action");
    var caller = attribute("callerId");
    int timeout = whole("timeout", 5, 600, 30);
    whole("timeLimit", 1, 86_400, 14_400);
    post("method");
    if (action.isEmpty()) {
      throw new Refused("the simulated carrier wants an action for a Dial");
    }
    xml.nextTag();
    expect("Number", Set.of("statusCallback", "statusCallbackMethod", "statusCallbackEvent"));
    post("statusCallbackMethod");
    var callback = attribute("statusCallback");
    var wanted = attribute("statusCallbackEvent");
    Set<String> events = wanted.isEmpty() ? Set.of() : Set.of(wanted.split(" ", -1));
    if (!Set.of("initiated", "ringing", "answered", "completed").containsAll(events)) {
      throw new Refused("Number has no such statusCallbackEvent");
    }
    var number = xml.getElementText().strip();
    if (!number.matches("\\+[1-9][0-9]{6,14}")) {
      throw new Refused("13223: a Number must be in E.164");
    }
    end("Dial");
    return new Verb.Dial(number, caller, timeout, action, callback, events);
  }

  private String attribute(String name) {
    var value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  private void post(String name) throws Refused {
    var method = attribute(name);
    if (!method.isEmpty() && !method.equals("POST")) {
      throw new Refused("the simulated carrier asks by POST only");
    }
  }

  private int whole(String name, int least, int most, int otherwise) throws Refused {
    var text = attribute(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("[0-9]{1,6}")
        || Integer.parseInt(text) < least
        || Integer.parseInt(text) > most) {
      throw new Refused(name + " must be a whole number from " + least + " to " + most);
    }
    return Integer.parseInt(text);
  }

  private Verb.Connect connect() throws XMLStreamException, Refused {
    expect("Connect", Set.of("action", "method"));
    xml.nextTag();
    expect("Stream", Set.of("url", "name", "statusCallback", "statusCallbackMethod"));
    var url = xml.getAttributeValue(null, "url");
    if (url == null) {
      throw new Refused("Stream needs a url");
    }
    var stream = URI.create(url);
    if (!"wss".equals(stream.getScheme()) || stream.getQuery() != null || url.contains("?")) {
      throw new Refused("a Stream's url must be wss and have no query");
    }
    var parameters = new LinkedHashMap<String, String>();
    while (xml.nextTag() != END) {
      expect("Parameter", Set.of("name", "value"));
      var name = xml.getAttributeValue(null, "name");
      var value = xml.getAttributeValue(null, "value");
      if (name == null || value == null || name.length() + value.length() > 500) {
        throw new Refused("a Parameter needs name and value, together under 500 characters");
      }
      parameters.put(name, value);
      end("Parameter");
    }
    end("Connect");
    return new Verb.Connect(stream, parameters);
  }

  private void expect(String element, Set<String> attributes) throws Refused {
    if (!xml.isStartElement() || !xml.getLocalName().equals(element)) {
      throw new Refused("expected " + element);
    }
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (!attributes.contains(xml.getAttributeLocalName(i))) {
        throw new Refused(element + " has no attribute " + xml.getAttributeLocalName(i));
      }
    }
  }

  private void end(String element) throws XMLStreamException, Refused {
    if (xml.nextTag() != END) {
      throw new Refused(element + " holds nothing more");
    }
  }
}
