package dev.frontdesk.messaging;

import static dev.frontdesk.messaging.MessageEvent.ACCEPT;
import static dev.frontdesk.messaging.MessageEvent.LOSE_SIGHT;
import static dev.frontdesk.messaging.MessageEvent.REFUSE;
import static dev.frontdesk.messaging.MessageEvent.REPORT_DELIVERED;
import static dev.frontdesk.messaging.MessageEvent.REPORT_FAILED;
import static dev.frontdesk.messaging.MessageEvent.REPORT_READ;
import static dev.frontdesk.messaging.MessageEvent.REPORT_SENT;
import static dev.frontdesk.messaging.MessageEvent.REPORT_UNDELIVERED;
import static dev.frontdesk.messaging.MessageEvent.WITHHOLD;
import static dev.frontdesk.messaging.MessageState.ACCEPTED;
import static dev.frontdesk.messaging.MessageState.DELIVERED;
import static dev.frontdesk.messaging.MessageState.FAILED;
import static dev.frontdesk.messaging.MessageState.INTENDED;
import static dev.frontdesk.messaging.MessageState.READ;
import static dev.frontdesk.messaging.MessageState.SENT;
import static dev.frontdesk.messaging.MessageState.UNCONFIRMED;
import static dev.frontdesk.messaging.MessageState.UNDELIVERED;
import static dev.frontdesk.messaging.MessageState.WITHHELD;

import dev.frontdesk.vocabulary.Transitions;

/// How a message moves: forward only. Reports come late, twice and in any order, and may overtake
/// the answer to the request itself; what is not in the table changes nothing. Good news outlives
/// bad: what was once on the handset stays delivered.
public final class MessageMoves {
  public static final Transitions<MessageState, MessageEvent> TABLE =
      Transitions.<MessageState, MessageEvent>startingAt(INTENDED)
          .from(INTENDED)
          .on(LOSE_SIGHT).to(UNCONFIRMED)
          .on(ACCEPT).to(ACCEPTED)
          .on(REFUSE).to(FAILED)
          .on(WITHHOLD).to(WITHHELD)
          .on(REPORT_SENT).to(SENT)
          .on(REPORT_DELIVERED).to(DELIVERED)
          .on(REPORT_READ).to(READ)
          .on(REPORT_UNDELIVERED).to(UNDELIVERED)
          .on(REPORT_FAILED).to(FAILED)
          .from(UNCONFIRMED)
          .on(LOSE_SIGHT).stays()
          .on(ACCEPT).to(ACCEPTED)
          .on(REFUSE).to(FAILED)
          .on(WITHHOLD).to(WITHHELD)
          .on(REPORT_SENT).to(SENT)
          .on(REPORT_DELIVERED).to(DELIVERED)
          .on(REPORT_READ).to(READ)
          .on(REPORT_UNDELIVERED).to(UNDELIVERED)
          .on(REPORT_FAILED).to(FAILED)
          .from(ACCEPTED)
          .on(REPORT_SENT).to(SENT)
          .on(REPORT_DELIVERED).to(DELIVERED)
          .on(REPORT_READ).to(READ)
          .on(REPORT_UNDELIVERED).to(UNDELIVERED)
          .on(REPORT_FAILED).to(FAILED)
          .from(SENT)
          .on(REPORT_DELIVERED).to(DELIVERED)
          .on(REPORT_READ).to(READ)
          .on(REPORT_UNDELIVERED).to(UNDELIVERED)
          .on(REPORT_FAILED).to(FAILED)
          .from(UNDELIVERED)
          .on(REPORT_DELIVERED).to(DELIVERED)
          .on(REPORT_READ).to(READ)
          .from(DELIVERED)
          .on(REPORT_READ).to(READ)
          .table();

  private MessageMoves() {}
}
