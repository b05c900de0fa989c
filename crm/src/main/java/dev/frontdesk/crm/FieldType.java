package dev.frontdesk.crm;

/// What a field holds.
public enum FieldType {
  TEXT("a single line of text"),
  LONG_TEXT("long text"),
  PHONE("a phone number"),
  EMAIL("an e-mail address"),
  NUMBER("a number"),
  MOMENT("a date with a time"),
  CHOICE("a single select"),
  LINK("a link to another table");

  private final String words;

  FieldType(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
