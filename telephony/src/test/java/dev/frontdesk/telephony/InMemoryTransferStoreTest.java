package dev.frontdesk.telephony;

class InMemoryTransferStoreTest extends TransferStoreContract {
  private final TransferStore store = new InMemoryTransferStore();
  private final CallStore calls = new InMemoryCallStore();

  @Override
  protected TransferStore store() {
    return store;
  }

  @Override
  protected CallStore calls() {
    return calls;
  }
}
