package dev.frontdesk.messaging;

import dev.frontdesk.messaging.Message.Draft;
import dev.frontdesk.messaging.Message.Times;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Messages in memory, for tests of others.
public final class MemoryMessages implements MessageStore, ContactStore {
  private final Map<List<String>, Message> messages = new LinkedHashMap<>();
  private final Map<List<String>, Suppression> suppressed = new LinkedHashMap<>();
  private final Map<List<String>, Proof> consents = new LinkedHashMap<>();
  private final Map<List<String>, Incoming> inbox = new LinkedHashMap<>();
  private final Map<List<String>, Instant> nextTurn = new HashMap<>();

  @Override
  public synchronized List<Message> ofBooking(OrgId org, BookingId booking) {
    return all(org, message -> message.draft().booking().equals(booking));
  }

  @Override
  public synchronized Optional<Message> find(OrgId org, MessageId id) {
    return Optional.ofNullable(messages.get(key(org, id.value())));
  }

  @Override
  public synchronized Optional<Message> lastTo(OrgId org, Recipient to) {
    return all(org, message -> message.draft().to().equals(to)).stream()
        .max(Comparator.comparing(message -> message.times().createdAt()));
  }

  @Override
  public synchronized Set<String> known(OrgId org, Collection<String> providerIds) {
    return all(org, _ -> true).stream()
        .flatMap(message -> message.providerId().stream())
        .filter(providerIds::contains)
        .collect(Collectors.toSet());
  }

  @Override
  public synchronized Intent intend(
      OrgId org, MessageId id, Draft draft, int seen, Allowance allowance, Instant now) {
    var before = find(org, id);
    if (before.isPresent() != seen > 0
        || before.filter(message -> !message.open() || message.attempts() != seen).isPresent()) {
      return new Intent.Taken();
    }
    if (refused(org, draft)) {
      put(new Message(
          org, id, draft, MessageState.WITHHELD, 0, Optional.empty(),
          Optional.of(Refusal.OPTED_OUT.mend()), Optional.empty(), times(now, Optional.empty())));
      return new Intent.Suppressed();
    }
    var turn = nextTurn.getOrDefault(key(org, draft.sender()), Instant.EPOCH);
    var interval = Duration.ofNanos((long) (1e9 / allowance.perSecond()));
    var earliest = turn.minus(Duration.ofSeconds(1)).plus(interval);
    if (now.isBefore(earliest)) {
      return new Intent.TooFast(Duration.between(now, earliest));
    }
    if (before.isEmpty() && draft.cost().isPresent() && allowance.budget().isPresent()) {
      var cost = draft.cost().get();
      long spent = spent(org, now);
      if (spent + cost.micros() > allowance.budget().get().micros()) {
        return new Intent.OverBudget(new Price(spent, cost.currency()));
      }
    }
    nextTurn.put(key(org, draft.sender()), (turn.isAfter(now) ? turn : now).plus(interval));
    var created = before.map(message -> message.times().createdAt()).orElse(now);
    var message =
        new Message(
            org, id, draft, MessageState.INTENDED, seen + 1, Optional.empty(), Optional.empty(),
            Optional.empty(), times(created, Optional.of(now)));
    put(message);
    return new Intent.Ready(message);
  }

  private boolean refused(OrgId org, Draft draft) {
    return suppressed.containsKey(key(org, draft.to().plain(), "ALL"))
        || suppressed.containsKey(
            key(org, draft.to().plain(), draft.notice().purpose().name()));
  }

  private long spent(OrgId org, Instant now) {
    return all(org, message -> message.times().createdAt().toString().substring(0, 7)
            .equals(now.toString().substring(0, 7)))
        .stream()
        .filter(m -> m.state() != MessageState.WITHHELD)
        .filter(m -> m.state() != MessageState.FAILED || m.times().acceptedAt().isPresent())
        .flatMap(message -> message.draft().cost().stream())
        .mapToLong(Price::micros)
        .sum();
  }

  @Override
  public synchronized void standDown(OrgId org, MessageId id) {
    find(org, id).filter(Message::open).ifPresent(m -> put(new Message(
        org, id, m.draft(), MessageState.INTENDED, m.attempts(), m.providerId(), m.problem(),
        m.response(), times(m.times().createdAt(), Optional.empty()))));
  }

  @Override
  public synchronized Optional<Moved> move(
      OrgId org, MessageId id, MessageEvent event, Particulars particulars, Instant at) {
    return find(org, id).map(m -> {
      var next = MessageMoves.TABLE.next(m.state(), event);
      var state = next.orElse(m.state());
      var t = m.times();
      boolean moved = next.isPresent();
      var draft = m.draft();
      var after = new Message(
          org, id,
          new Draft(
              draft.booking(), draft.version(), draft.notice(), draft.repeat(), draft.to(),
              draft.sender(), draft.variant(), draft.text(),
              particulars.segments().orElse(draft.segments()),
              particulars.cost().or(draft::cost)),
          state, m.attempts(), m.providerId().or(particulars::providerId),
          moved && particulars.problem().isPresent() ? particulars.problem() : m.problem(),
          m.response(),
          new Times(
              t.createdAt(), t.attemptedAt(),
              t.acceptedAt().or(() -> moved && state.told() ? Optional.of(at) : Optional.empty()),
              moved && state == MessageState.SENT ? Optional.of(at) : t.sentAt(),
              moved && state == MessageState.DELIVERED ? Optional.of(at) : t.deliveredAt(),
              moved && state.lost() ? Optional.of(at) : t.lostAt()));
      put(after);
      return new Moved(after, moved && state != m.state());
    });
  }

  @Override
  public synchronized void responded(OrgId org, BookingId booking, String response) {
    ofBooking(org, booking).stream()
        .filter(m -> m.state().told() || m.open())
        .max(Comparator.comparing(m -> m.times().createdAt()))
        .filter(m -> m.response().isEmpty())
        .ifPresent(m -> put(new Message(
            org, m.id(), m.draft(), m.state(), m.attempts(), m.providerId(), m.problem(),
            Optional.of(response), m.times())));
  }

  @Override
  public synchronized List<VariantFigures> variants(OrgId org) {
    var groups = all(org, _ -> true).stream().collect(Collectors.groupingBy(m ->
        List.of(m.draft().notice().word(), m.draft().channel().name(), m.draft().variant())));
    var figures = new ArrayList<VariantFigures>();
    groups.forEach((key, group) -> figures.add(new VariantFigures(
        Notice.of(key.get(0)), Channel.valueOf(key.get(1)), key.get(2),
        count(group, m -> m.times().acceptedAt().isPresent()),
        count(group, m -> m.state().arrived()),
        count(group, m -> m.response().filter(r -> !r.equals("opted-out")).isPresent()),
        count(group, m -> m.response().filter(r -> r.equals("opted-out")).isPresent()))));
    return figures;
  }

  @Override
  public synchronized void suppress(
      OrgId org, Recipient who, Optional<Purpose> only, String how, Instant at) {
    suppressed.putIfAbsent(
        key(org, who.plain(), only.map(Purpose::name).orElse("ALL")),
        new Suppression(MessageId.of(who.plain() + only).value(), who.channel(), only, how, at));
  }

  @Override
  public synchronized void lift(OrgId org, Recipient who, String how, Instant at) {
    suppressed.keySet().removeIf(key -> key.subList(0, 2).equals(key(org, who.plain())));
  }

  @Override
  public synchronized List<Suppression> suppressions(OrgId org, int limit) {
    return suppressed.entrySet().stream()
        .filter(entry -> entry.getKey().getFirst().equals(org.value()))
        .map(Map.Entry::getValue)
        .sorted(Comparator.comparing(Suppression::since).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized void consented(OrgId org, Recipient who, Purpose purpose, Proof proof) {
    consents.putIfAbsent(
        key(org, who.plain(), purpose.name(), proof.basis(), proof.subject()), proof);
  }

  @Override
  public synchronized List<Proof> consents(OrgId org, Recipient who) {
    return consents.entrySet().stream()
        .filter(entry -> entry.getKey().subList(0, 2).equals(key(org, who.plain())))
        .map(Map.Entry::getValue)
        .toList();
  }

  @Override
  public synchronized Optional<Answered> answered(OrgId org, String providerId) {
    return Optional.ofNullable(inbox.get(key(org, providerId)))
        .map(incoming -> new Answered(incoming.answer()));
  }

  @Override
  public synchronized void received(OrgId org, Incoming incoming) {
    inbox.putIfAbsent(key(org, incoming.providerId()), incoming);
  }

  @Override
  public synchronized int answersSince(OrgId org, Recipient who, Instant since) {
    return (int) inbox(org, 1_000).stream()
        .filter(it -> it.from().equals(who) && it.answer().isPresent())
        .filter(it -> !it.at().isBefore(since))
        .count();
  }

  @Override
  public synchronized List<Incoming> inbox(OrgId org, int limit) {
    return inbox.entrySet().stream()
        .filter(entry -> entry.getKey().getFirst().equals(org.value()))
        .map(Map.Entry::getValue)
        .sorted(Comparator.comparing(Incoming::at).reversed())
        .limit(limit)
        .toList();
  }

  private List<Message> all(OrgId org, Predicate<Message> wanted) {
    return messages.values().stream()
        .filter(message -> message.org().equals(org))
        .filter(wanted)
        .toList();
  }

  private void put(Message message) {
    messages.put(key(message.org(), message.id().value()), message);
  }

  private static Times times(Instant created, Optional<Instant> attempted) {
    return new Times(
        created, attempted, Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty());
  }

  private static int count(List<Message> group, Predicate<Message> which) {
    return (int) group.stream().filter(which).count();
  }

  private static List<String> key(OrgId org, String... rest) {
    var key = new ArrayList<String>(List.of(org.value()));
    key.addAll(List.of(rest));
    return key;
  }
}
