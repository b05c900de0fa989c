package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.EmailAddress;
import dev.frontdesk.vocabulary.PersonName;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.util.Optional;

/// Who comes. Prints redacted.
public record CustomerDetails(
    PersonName name, Optional<PhoneNumber> phone, Optional<EmailAddress> email) {}
