package wrong.frontdesk.vocabulary;

import org.springframework.context.ApplicationContext;

/// Breaks two rules: a word that needs Spring.
public record Word(ApplicationContext context, wrong.frontdesk.booking.Booked booked) {}
