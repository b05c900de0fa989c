package dev.frontdesk.crm;

/// A table of the customer records, in the order in which rows are written: what is linked to
/// stands before what links to it.
public enum CrmTable {
  CONTACTS("Contacts"),
  APPOINTMENTS("Appointments"),
  LEADS("Leads"),
  ACTIVITIES("Activities");

  private final String title;

  CrmTable(String title) {
    this.title = title;
  }

  /// How people see it, unless an organisation calls it otherwise.
  public String title() {
    return title;
  }

  /// The field by which a row is known again: ours, and never empty.
  public CrmField key() {
    return switch (this) {
      case CONTACTS -> CrmField.CONTACT_ID;
      case APPOINTMENTS -> CrmField.BOOKING_ID;
      case LEADS -> CrmField.LEAD_ID;
      case ACTIVITIES -> CrmField.ACTIVITY_ID;
    };
  }
}
