package dev.frontdesk.storage;

import dev.frontdesk.messaging.ContactStore;
import dev.frontdesk.messaging.ContactStoreContract;
import dev.frontdesk.vocabulary.OrgId;

class SqlContactStoreContractTest extends ContactStoreContract {
  @Override
  protected OrgId newOrganisation() {
    return TestStorage.newOrganisation();
  }

  @Override
  protected ContactStore contacts() {
    return TestStorage.shared().contacts();
  }
}
