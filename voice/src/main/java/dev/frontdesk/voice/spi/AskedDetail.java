package dev.frontdesk.voice.spi;

/// What the agent has just asked for, as far as it changes how long a pause may be.
public enum AskedDetail {
  ANYTHING,
  YES_OR_NO,
  NAME,
  SPELLED_NAME,
  PHONE_NUMBER,
  DIGITS,
  EMAIL_ADDRESS,
  DATE_OR_TIME,
  CHOICE
}
