package dev.frontdesk.dialog;

import dev.frontdesk.booking.BookingDesk;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.voice.spi.Agent;
import dev.frontdesk.voice.spi.AgentFactory;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Makes scripted agents: deterministic, without a model or a key. One for all calls.
public final class ScriptedAgents implements AgentFactory {
  private final BookingDesk desk;
  private final Clock clock;
  private final Locale language;
  private final Function<OrgId, Optional<PhoneNumber>> person;
  private final DialogObserver observer;

  /// @param language what is spoken
  /// @param person   whom callers of an organisation are put through to, if anybody
  public ScriptedAgents(
      BookingDesk desk,
      Clock clock,
      Locale language,
      Function<OrgId, Optional<PhoneNumber>> person,
      DialogObserver observer) {
    this.desk = desk;
    this.clock = clock;
    this.language = language;
    this.person = person;
    this.observer = observer;
  }

  @Override
  public Agent start(OrgId org, CallId call, Optional<PhoneNumber> caller) {
    throw new UnsupportedOperationException(call.value() + clock + language + observer + desk);
  }

  @Override
  public Agent resume(OrgId org, CallId call, Optional<PhoneNumber> caller, String state) {
    throw new UnsupportedOperationException(call.value() + person.apply(org).isPresent() + state);
  }
}
