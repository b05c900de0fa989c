package dev.frontdesk.storage;

import dev.frontdesk.telephony.NumberDirectory;
import dev.frontdesk.vocabulary.AgentVersion;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.util.Optional;

final class SqlNumberDirectory implements NumberDirectory {
  private final Transactions transactions;

  SqlNumberDirectory(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<OrgId> owner(PhoneNumber called) {
    return FrontDoor.NUMBER.orgBehind(transactions, called.e164());
  }

  @Override
  public AgentVersion agent(OrgId org) {
    return transactions.again(org, handle ->
        handle.createQuery("select agent_version from organisations where org_id = :org")
            .bind("org", org.value())
            .mapTo(String.class)
            .findOne()
            .map(AgentVersion::new)
            .orElseThrow(() -> new IllegalArgumentException("no organisation " + org.value())));
  }
}
