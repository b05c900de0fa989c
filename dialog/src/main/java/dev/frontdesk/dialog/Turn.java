package dev.frontdesk.dialog;

import dev.frontdesk.booking.Booking;
import dev.frontdesk.booking.Catalogue;
import dev.frontdesk.booking.Offer;
import dev.frontdesk.booking.Service;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One answer of the agent under way: what it knows, what it will say, what it asks at the end.
final class Turn {
  final Memory memory;
  final AgentTools tools;
  final Wording wording;
  final Catalogue catalogue;
  final Lexicon lexicon;
  final LocalDateTime now;
  final Search search;
  private final Consumer<DialogEvent> events;
  private final List<String> lines = new ArrayList<>();
  private final Question askedBefore;

  /// Whether the caller's words told something new.
  boolean progress;

  /// Whether this turn only answered or waited, so that asking again is nobody's failure.
  boolean aside;

  boolean waiting;
  boolean hangUp;
  @Nullable String transfer;
  @Nullable String keyHelp;

  Turn(Memory memory, AgentTools tools, Wording wording, Lexicon lexicon, LocalDateTime now,
      Consumer<DialogEvent> events) {
    this.memory = memory;
    this.tools = tools;
    this.wording = wording;
    this.lexicon = lexicon;
    this.catalogue = lexicon.catalogue();
    this.now = now;
    this.search = new Search(tools, catalogue, now.toLocalDate());
    this.events = events;
    this.askedBefore = memory.asked;
  }

  LocalDate today() {
    return now.toLocalDate();
  }

  void tell(String key, String... pairs) {
    lines.add(wording.say(key, pairs));
  }

  /// Tells what was just done. A caller who speaks over it is told once more.
  void news(String key, String... pairs) {
    String text = wording.say(key, pairs);
    lines.add(text);
    memory.news = text;
  }

  void tellText(String text) {
    if (!text.isBlank()) {
      lines.add(text);
    }
  }

  String said() {
    return String.join(" ", lines);
  }

  void learned(String detail) {
    progress = true;
    events.accept(new DialogEvent.DetailLearned(detail));
  }

  void happened(DialogEvent event) {
    progress = true;
    events.accept(event);
  }

  /// Ends the answer with a question.
  void ask(Question question) {
    boolean same = question == askedBefore;
    if (same && !progress && !aside) {
      memory.again++;
    } else if (!same || progress) {
      memory.again = 0;
    }
    memory.asked = question;
  }

  Service service(ServiceId id) {
    return catalogue.service(id).orElseThrow();
  }

  /// `haircut`, or the id when the catalogue no longer has it.
  String serviceName(ServiceId id) {
    return catalogue.service(id).map(Service::name).orElse(id.value());
  }

  String resourceName(ResourceId id) {
    return catalogue.resource(id).map(resource -> resource.name()).orElse(id.value());
  }

  LocalDateTime startOf(Offer offer) {
    return search.startOf(offer);
  }

  LocalDateTime startOf(Booking booking) {
    return LocalDateTime.ofInstant(booking.slot().start(), search.zone());
  }

  String key(String act) {
    memory.writes++;
    return act + "-" + memory.writes;
  }
}
