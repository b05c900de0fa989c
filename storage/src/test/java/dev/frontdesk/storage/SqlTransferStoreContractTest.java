package dev.frontdesk.storage;

import dev.frontdesk.telephony.CallStore;
import dev.frontdesk.telephony.TransferStore;
import dev.frontdesk.telephony.TransferStoreContract;
import org.junit.jupiter.api.BeforeEach;

class SqlTransferStoreContractTest extends TransferStoreContract {
  @BeforeEach
  void two_organisations_without_calls() {
    TestStorage.fresh(MAPLE);
    TestStorage.fresh(OTHER);
  }

  @Override
  protected TransferStore store() {
    return TestStorage.shared().transfers();
  }

  @Override
  protected CallStore calls() {
    return TestStorage.shared().calls();
  }
}
