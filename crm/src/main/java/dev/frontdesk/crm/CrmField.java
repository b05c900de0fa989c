package dev.frontdesk.crm;

import static dev.frontdesk.crm.CrmTable.ACTIVITIES;
import static dev.frontdesk.crm.CrmTable.APPOINTMENTS;
import static dev.frontdesk.crm.CrmTable.CONTACTS;
import static dev.frontdesk.crm.CrmTable.LEADS;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A field of the customer records: where it stands, what it holds, and whose it is. The first of
/// each table is its key.
public enum CrmField {
  CONTACT_ID(CONTACTS, "Contact ID", FieldType.TEXT, Owner.FRONTDESK),
  CONTACT_NAME(CONTACTS, "Name", FieldType.TEXT, Owner.CRM),
  CONTACT_PHONE(CONTACTS, "Phone", FieldType.PHONE, Owner.CRM),
  CONTACT_EMAIL(CONTACTS, "Email", FieldType.EMAIL, Owner.CRM),

  BOOKING_ID(APPOINTMENTS, "Booking ID", FieldType.TEXT, Owner.FRONTDESK),
  STATUS(
      APPOINTMENTS, "Status", FieldType.CHOICE, Owner.SHARED, "Confirmed", "Cancelled", "No show"),
  START(APPOINTMENTS, "Start", FieldType.MOMENT, Owner.SHARED),
  END(APPOINTMENTS, "End", FieldType.MOMENT, Owner.FRONTDESK),
  SERVICE(APPOINTMENTS, "Service", FieldType.TEXT, Owner.FRONTDESK),
  WITH(APPOINTMENTS, "With", FieldType.TEXT, Owner.FRONTDESK),
  CUSTOMER(APPOINTMENTS, "Customer", FieldType.TEXT, Owner.FRONTDESK),
  BOOKED_AT(APPOINTMENTS, "Booked at", FieldType.MOMENT, Owner.FRONTDESK),
  VERSION(APPOINTMENTS, "Version", FieldType.NUMBER, Owner.FRONTDESK),
  CALL_ID(APPOINTMENTS, "Call ID", FieldType.TEXT, Owner.FRONTDESK),
  APPOINTMENT_CONTACT(APPOINTMENTS, "Contact", CONTACTS),

  LEAD_ID(LEADS, "Lead ID", FieldType.TEXT, Owner.FRONTDESK),
  LEAD_STAGE(
      LEADS,
      "Stage",
      FieldType.CHOICE,
      Owner.FRONTDESK,
      "New",
      "Contacted",
      "Qualified",
      "Nurture"),
  LEAD_SCORE(LEADS, "Score", FieldType.NUMBER, Owner.FRONTDESK),
  LEAD_REASONS(LEADS, "Reasons", FieldType.LONG_TEXT, Owner.FRONTDESK),
  LEAD_CALL_ID(LEADS, "Call ID", FieldType.TEXT, Owner.FRONTDESK),
  LEAD_CONTACT(LEADS, "Contact", CONTACTS),

  ACTIVITY_ID(ACTIVITIES, "Activity ID", FieldType.TEXT, Owner.FRONTDESK),
  KIND(
      ACTIVITIES,
      "Kind",
      FieldType.CHOICE,
      Owner.FRONTDESK,
      "Call",
      "Booked",
      "Moved",
      "Cancelled",
      "No show"),
  AT(ACTIVITIES, "At", FieldType.MOMENT, Owner.FRONTDESK),
  SUMMARY(ACTIVITIES, "Summary", FieldType.LONG_TEXT, Owner.FRONTDESK),
  ACTIVITY_CALL_ID(ACTIVITIES, "Call ID", FieldType.TEXT, Owner.FRONTDESK),
  ACTIVITY_CONTACT(ACTIVITIES, "Contact", CONTACTS),
  ACTIVITY_APPOINTMENT(ACTIVITIES, "Appointment", APPOINTMENTS);

  /// Whose word counts.
  public enum Owner {
    /// Ours alone: an edit there is put before a person.
    FRONTDESK,
    /// An edit there comes back to us and through the desk's rules.
    SHARED,
    /// Written once, when the row is made; from then on it is theirs.
    CRM
  }

  private final CrmTable table;
  private final String title;
  private final FieldType type;
  private final Owner owner;
  private final List<String> options;
  private final Optional<CrmTable> linked;

  CrmField(CrmTable table, String title, FieldType type, Owner owner, String... options) {
    this.table = table;
    this.title = title;
    this.type = type;
    this.owner = owner;
    this.options = List.of(options);
    this.linked = Optional.empty();
  }

  CrmField(CrmTable table, String title, CrmTable linked) {
    this.table = table;
    this.title = title;
    this.type = FieldType.LINK;
    this.owner = Owner.FRONTDESK;
    this.options = List.of();
    this.linked = Optional.of(linked);
  }

  public static List<CrmField> of(CrmTable table) {
    return Arrays.stream(values()).filter(field -> field.table == table).toList();
  }

  public CrmTable table() {
    return table;
  }

  /// How people see it, unless an organisation calls it otherwise.
  public String title() {
    return title;
  }

  public FieldType type() {
    return type;
  }

  public Owner owner() {
    return owner;
  }

  /// What a CHOICE may be; empty for others.
  public List<String> options() {
    return options;
  }

  /// What a LINK leads to; empty for others.
  public Optional<CrmTable> linked() {
    return linked;
  }

  public boolean isKey() {
    return table.key() == this;
  }
}
