package dev.frontdesk.telephony;

import dev.frontdesk.vocabulary.Transitions;

/// How an attempt to put a caller through moves. RINGING on RING: the carrier asked again. That the
/// person has picked up may never be told, or late.
final class TransferMoves {
  static final Transitions<TransferStatus, TransferEvent> TABLE =
      Transitions.<TransferStatus, TransferEvent>startingAt(TransferStatus.ASKED)
          .from(TransferStatus.ASKED)
          .on(TransferEvent.RING).to(TransferStatus.RINGING)
          .on(TransferEvent.GIVE_UP).to(TransferStatus.GIVEN_UP)
          .from(TransferStatus.RINGING)
          .on(TransferEvent.RING).stays()
          .on(TransferEvent.PICK_UP).to(TransferStatus.TALKING)
          .on(TransferEvent.FINISH).to(TransferStatus.TALKED)
          .on(TransferEvent.FAIL).to(TransferStatus.NOT_REACHED)
          .on(TransferEvent.GIVE_UP).to(TransferStatus.GIVEN_UP)
          .from(TransferStatus.TALKING)
          .on(TransferEvent.FINISH).to(TransferStatus.TALKED)
          .on(TransferEvent.FAIL).to(TransferStatus.NOT_REACHED)
          .table();

  private TransferMoves() {}
}
