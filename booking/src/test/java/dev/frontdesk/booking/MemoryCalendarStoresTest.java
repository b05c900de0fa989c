package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.OrgId;

class MemoryCalendarStoresTest extends CalendarStoresContract {
  private final MemoryCalendarStores stores = new MemoryCalendarStores();

  @Override
  protected OrgId org() {
    return MapleStreet.ORG;
  }

  @Override
  protected CalendarConnections connections() {
    return stores;
  }

  @Override
  protected WrittenEntries written() {
    return stores;
  }

  @Override
  protected CalendarMirrors mirrors() {
    return stores;
  }
}
