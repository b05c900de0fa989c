package dev.frontdesk.messaging;

import dev.frontdesk.vocabulary.OrgId;
import java.util.concurrent.atomic.AtomicInteger;

class MemoryContactsTest extends ContactStoreContract {
  private static final AtomicInteger ORGANISATIONS = new AtomicInteger();
  private final MemoryMessages memory = new MemoryMessages();

  @Override
  protected OrgId newOrganisation() {
    return new OrgId("org-" + ORGANISATIONS.incrementAndGet());
  }

  @Override
  protected ContactStore contacts() {
    return memory;
  }
}
