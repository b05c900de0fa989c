package dev.frontdesk.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.durable.AuditChain.Head;
import dev.frontdesk.durable.AuditChain.Verdict;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditChainTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final OrgId ORG = new OrgId("maple");

  private final List<AuditRecord> chain = chainOf(5);
  private final Head head = new Head(5, chain.getLast().hash());

  @Test
  void a_chain_as_it_was_written_is_intact() {
    assertThat(AuditChain.verify(chain, head)).isEqualTo(new Verdict.Intact(head));
    assertThat(AuditChain.verify(List.of(), Head.EMPTY)).isEqualTo(new Verdict.Intact(Head.EMPTY));
  }

  @Test
  void a_changed_record_shows() {
    var third = chain.get(2);
    chain.set(2, new AuditRecord(3, entry("someone else"), third.previousHash(), third.hash()));

    assertThat(AuditChain.verify(chain, head)).isEqualTo(
        new Verdict.Broken(3, "is not what was written"));
  }

  @Test
  void a_changed_record_with_a_fresh_hash_shows_at_the_next() {
    var second = new Head(2, chain.get(1).hash());
    chain.set(2, AuditChain.next(second, entry("someone else")));

    assertThat(AuditChain.verify(chain, head)).isEqualTo(
        new Verdict.Broken(4, "does not follow the record before it"));
  }

  @Test
  void a_dropped_record_shows() {
    chain.remove(2);

    assertThat(AuditChain.verify(chain, head)).isEqualTo(
        new Verdict.Broken(3, "missing, next is 4"));
  }

  @Test
  void swapped_records_show() {
    chain.set(1, chain.set(2, chain.get(1)));

    assertThat(AuditChain.verify(chain, head)).isInstanceOf(Verdict.Broken.class);
  }

  @Test
  void a_cut_off_end_shows_against_the_noted_head() {
    chain.removeLast();

    assertThat(AuditChain.verify(chain, head)).isEqualTo(
        new Verdict.Broken(5, "chain ends at 4, noted was 5"));
  }

  @Test
  void the_border_between_two_fields_counts() {
    var one = AuditEntry.of(ORG, "ab", "c", "o", "", NINE);
    var other = AuditEntry.of(ORG, "a", "bc", "o", "", NINE);

    assertThat(AuditChain.next(Head.EMPTY, one).hash())
        .isNotEqualTo(AuditChain.next(Head.EMPTY, other).hash());
  }

  @Test
  void the_form_that_is_hashed_never_changes() {
    assertThat(AuditChain.next(Head.EMPTY, entry("call:1")).hash())
        .isEqualTo("ebf57dd878a5e04bb2ca2a3de35fe1ced7d10995fc35326e73d474e7ee2cc69c");
  }

  @Test
  void an_entry_is_kept_to_the_microsecond_as_the_database_keeps_it() {
    var entry = AuditEntry.of(ORG, "a", "b", "c", "", NINE.plusNanos(1_999));

    assertThat(entry.at()).isEqualTo(NINE.plusNanos(1_000));
  }

  @Test
  void an_entry_that_does_not_say_who_is_refused() {
    assertThatThrownBy(() -> entry(" ")).hasMessageContaining("who did what");
  }

  private static List<AuditRecord> chainOf(int length) {
    var records = new ArrayList<AuditRecord>();
    var head = Head.EMPTY;
    for (int i = 1; i <= length; i++) {
      var record = AuditChain.next(head, entry("call:" + i));
      records.add(record);
      head = new Head(record.seq(), record.hash());
    }
    return records;
  }

  private static AuditEntry entry(String actor) {
    return AuditEntry.of(ORG, actor, "booking.confirmed", "booking:b1", "start=x", NINE);
  }
}
