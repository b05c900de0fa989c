package dev.frontdesk.crm;

import dev.frontdesk.vocabulary.OrgId;

class CrmInMemoryTest extends CrmKeptContract {
  private final CrmInMemory memory = new CrmInMemory();

  @Override
  protected CrmSync.Kept kept() {
    return memory.kept();
  }

  @Override
  protected OrgId org() {
    return new OrgId("org-1");
  }
}
