package dev.frontdesk.integrations.vapi;

import dev.frontdesk.integrations.vapi.ClientCommand.AddMessage;
import dev.frontdesk.integrations.vapi.ClientCommand.Control;
import dev.frontdesk.integrations.vapi.ClientCommand.Role;
import dev.frontdesk.integrations.vapi.ClientCommand.Say;
import dev.frontdesk.integrations.vapi.ClientCommand.Switch;
import dev.frontdesk.telephony.spi.MalformedFrame;
import dev.frontdesk.vocabulary.Transcript;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Text messages from the client. `say` may have its words in `content` (the published schema) or
/// in `message` (the browser's library); the end of a call is `end-call` or, in older documents,
/// `hangup`.
final class ClientMessageReader {
  private static final JsonMapper JSON = new JsonMapper();

  private ClientMessageReader() {}

  sealed interface Read {
    record EndCall() implements Read {}

    record Command(ClientCommand command) implements Read {}

    /// Well-formed, and nothing that can be done.
    ///
    /// @param why static text, for the client
    record Unknown(String why) implements Read {}
  }

  static Read read(byte[] utf8) throws MalformedFrame {
    JsonNode message;
    try {
      message = JSON.readTree(utf8);
    } catch (JacksonException e) {
      throw new MalformedFrame("a text message that is not JSON");
    }
    if (!message.isObject()) {
      throw new MalformedFrame("a text message that is no object");
    }
    return switch (text(message, "type").orElse("")) {
      case "" -> throw new MalformedFrame("a text message without a type");
      case "end-call", "hangup" -> new Read.EndCall();
      case "say" -> new Read.Command(say(message));
      case "add-message" -> addMessage(message.path("message"), message);
      case "control" -> control(message);
      case "transfer", "handoff" ->
          new Read.Unknown("a WebSocket call cannot be transferred: nobody can be rung for it");
      case "send-transport-message" ->
          new Read.Unknown("this transport takes no messages of its own");
      default -> new Read.Unknown("this type of message is not known here");
    };
  }

  private static Say say(JsonNode message) throws MalformedFrame {
    var content = text(message, "content").or(() -> text(message, "message"));
    if (content.isEmpty()) {
      throw new MalformedFrame("say without content");
    }
    return new Say(
        new Transcript(content.get()),
        flag(message, "endCallAfterSpoken", false),
        flag(message, "interruptionsEnabled", true),
        flag(message, "interruptAssistantEnabled", false));
  }

  private static Read addMessage(JsonNode inner, JsonNode message) throws MalformedFrame {
    var role = text(inner, "role");
    var content = text(inner, "content");
    if (role.isEmpty() || content.isEmpty()) {
      throw new MalformedFrame("add-message without role or content");
    }
    var as = role(role.get());
    return as.isEmpty()
        ? new Read.Unknown("a message with this role cannot be added")
        : new Read.Command(
            new AddMessage(
                as.get(),
                new Transcript(content.get()),
                flag(message, "triggerResponseEnabled", true)));
  }

  private static Read control(JsonNode message) {
    var wanted = text(message, "control").orElse("");
    for (var what : Switch.values()) {
      if (what.wire().equals(wanted)) {
        return new Read.Command(new Control(what));
      }
    }
    return new Read.Unknown("this control is not known here");
  }

  private static Optional<Role> role(String wire) {
    return switch (wire) {
      case "user" -> Optional.of(Role.USER);
      case "assistant" -> Optional.of(Role.ASSISTANT);
      case "system", "developer" -> Optional.of(Role.SYSTEM);
      default -> Optional.empty();
    };
  }

  private static Optional<String> text(JsonNode message, String name) {
    return message.path(name).stringValueOpt();
  }

  private static boolean flag(JsonNode message, String name, boolean otherwise) {
    return message.path(name).asBoolean(otherwise);
  }
}
