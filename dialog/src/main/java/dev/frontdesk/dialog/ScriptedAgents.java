package dev.frontdesk.dialog;

import dev.frontdesk.booking.BookingDesk;
import dev.frontdesk.vocabulary.AgentVersion;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.voice.spi.Agent;
import dev.frontdesk.voice.spi.AgentFactory;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/// Makes scripted agents: deterministic, without a model or a key. One for all calls.
public final class ScriptedAgents implements AgentFactory {
  private final BookingDesk desk;
  private final Clock clock;
  private final Wording wording;
  private final BiFunction<OrgId, CallId, Optional<PhoneNumber>> person;
  private final DialogObserver observer;
  private final AgentVersion version;
  private final Map<OrgId, Grammars> grammars = new ConcurrentHashMap<>();

  /// @param language what is spoken
  /// @param person   whom the caller of a call is put through to on request, if anybody can be
  public ScriptedAgents(
      BookingDesk desk,
      Clock clock,
      Locale language,
      BiFunction<OrgId, CallId, Optional<PhoneNumber>> person,
      DialogObserver observer) {
    this.desk = desk;
    this.clock = clock;
    this.wording = new Wording(language);
    this.person = person;
    this.observer = observer;
    this.version = version(language);
  }

  /// Which agent these are: its rules and its words.
  public static AgentVersion version(Locale language) {
    return ScriptedVersion.in(language);
  }

  @Override
  public Agent start(OrgId org, CallId call, Optional<PhoneNumber> caller) {
    var memory = new Memory();
    memory.phone = caller.orElse(null);
    return agent(org, call, memory);
  }

  @Override
  public Agent resume(OrgId org, CallId call, Optional<PhoneNumber> caller, String state) {
    return agent(org, call, MemoryJson.read(state));
  }

  private Agent agent(OrgId org, CallId call, Memory memory) {
    var tools = new DeskTools(desk, org, call, person.apply(org, call));
    return new ScriptedAgent(tools, clock, wording,
        grammars.computeIfAbsent(org, _ -> new Grammars()),
        event -> observer.on(org, call, event), memory, version);
  }
}
