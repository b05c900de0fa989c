package dev.frontdesk.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.booking.Booking;
import dev.frontdesk.booking.BookingStatus;
import dev.frontdesk.booking.MapleStreet;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.PersonName;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.Slot;
import dev.frontdesk.vocabulary.Transcript;
import dev.frontdesk.voice.spi.Agent;
import dev.frontdesk.voice.spi.Agent.Input;
import dev.frontdesk.voice.spi.Agent.Next;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A call to Maple Street as text. The agent is taken down and brought back from its state before
/// every turn, as when nodes die.
final class PhoneCall {
  static final PhoneNumber CALLER = new PhoneNumber("+14155550123");
  final MapleStreet shop = new MapleStreet();
  final List<DialogEvent> events = new ArrayList<>();
  private final Optional<PhoneNumber> caller;

  /// Whether the agent thinks ahead of each turn, about something else first.
  boolean ahead = true;
  int thoughtAhead;
  private final ScriptedAgents agents =
      new ScriptedAgents(shop.desk, shop.clock, Locale.ENGLISH, (_, _) -> Optional.empty(),
          (_, _, event) -> events.add(event));
  private String state;
  Next next = new Next.HangUp("not begun");

  PhoneCall(Optional<PhoneNumber> caller) {
    this.caller = caller;
    this.state = agents.start(MapleStreet.ORG, MapleStreet.CALL, caller).state();
  }

  static PhoneCall fromKnownNumber() {
    return new PhoneCall(Optional.of(CALLER));
  }

  static PhoneCall withheld() {
    return new PhoneCall(Optional.empty());
  }

  /// Dana Whitfield's appointment, made long ago.
  PhoneCall standing(String id, String service, String resource, String start) {
    return standing(id, service, resource, start, CALLER);
  }

  PhoneCall standing(String id, String service, String resource, String start, PhoneNumber of) {
    var customer = new dev.frontdesk.booking.CustomerDetails(
        new PersonName("Dana Whitfield"), Optional.of(of), Optional.empty());
    shop.desk.enter(MapleStreet.ORG, new BookingId(id), new ServiceId(service),
        List.of(new ResourceId(resource)),
        LocalDateTime.parse(start).atZone(MapleStreet.ZONE).toInstant(), customer, "enter-" + id);
    return this;
  }

  String says(String words) {
    return respond(new Input.Said(new Transcript(words), new Transcript(""), false));
  }

  /// The last answer to several utterances.
  String says(String first, String... more) {
    String answer = says(first);
    for (String words : more) {
      answer = says(words);
    }
    return answer;
  }

  String presses(String keys) {
    return respond(new Input.Pressed(keys));
  }

  String isSilent(int times) {
    return respond(new Input.Silent(times));
  }

  String respond(Input input) {
    var said = new StringBuilder();
    var agent = agents.resume(MapleStreet.ORG, MapleStreet.CALL, caller, state);
    var reply = new Agent.Reply() {
      @Override
      public void say(String text) {
        said.append(text).append(' ');
      }

      @Override
      public void filler(String text) {}

      @Override
      public void then(Next then) {
        next = then;
      }
    };
    try {
      if (ahead) {
        var thought = thought(agent, input);
        thoughtAhead += thought.isPresent() ? 1 : 0;
        thought.orElse(answer -> agent.respond(input, answer)).adopt(reply);
      } else {
        agent.respond(input, reply);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    state = agent.state();
    return said.toString();
  }

  /// What is thought leaves no trace of any kind.
  private Optional<Agent.Thought> thought(Agent agent, Input input) throws InterruptedException {
    if (!(input instanceof Input.Said real)) {
      return Optional.empty();
    }
    var events = List.copyOf(this.events);
    var written = shop.bookings.events();
    for (String other : List.of("no, nothing, goodbye", "yes", "cancel it", "tomorrow at ten")) {
      var thrownAway = new Input.Said(new Transcript(other), real.agentHeard(), false);
      var _ = agent.think(thrownAway);
    }
    var thought = agent.think(real);
    assertThat(agent.state()).isEqualTo(state);
    assertThat(this.events).isEqualTo(events);
    assertThat(shop.bookings.events()).isEqualTo(written);
    return thought;
  }

  dev.frontdesk.vocabulary.AgentVersion version() {
    return agents.resume(MapleStreet.ORG, MapleStreet.CALL, caller, state).version();
  }

  void hangsUp() {
    agents.resume(MapleStreet.ORG, MapleStreet.CALL, caller, state).ended();
  }

  /// `haircut ana 2026-06-16T15:00 Dana Whitfield`, those that stand, in order of time.
  List<String> rows() {
    return bookings().stream()
        .filter(booking -> booking.status() == BookingStatus.CONFIRMED)
        .map(booking -> booking.service().value() + " " + booking.resources().getFirst().value()
            + " " + booking.slot().start().atZone(MapleStreet.ZONE).toLocalDateTime() + " "
            + booking.customer().name().value()).toList();
  }

  List<Booking> bookings() {
    var year = Duration.ofDays(365);
    return shop.bookings.between(MapleStreet.ORG,
        new Slot(MapleStreet.NOW.minus(year), MapleStreet.NOW.plus(year)));
  }
}
