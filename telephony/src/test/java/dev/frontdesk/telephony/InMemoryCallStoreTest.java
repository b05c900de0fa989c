package dev.frontdesk.telephony;

class InMemoryCallStoreTest extends CallStoreContract {
  private final InMemoryCallStore store = new InMemoryCallStore();

  @Override
  protected CallStore store() {
    return store;
  }
}
