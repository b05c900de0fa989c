package dev.frontdesk.storage;

import dev.frontdesk.telephony.CallStore;
import dev.frontdesk.telephony.CallStoreContract;
import org.junit.jupiter.api.BeforeEach;

class SqlCallStoreContractTest extends CallStoreContract {
  @BeforeEach
  void two_organisations_without_calls() {
    TestStorage.fresh(MAPLE);
    TestStorage.fresh(OTHER);
  }

  @Override
  protected CallStore store() {
    return TestStorage.shared().calls();
  }
}
