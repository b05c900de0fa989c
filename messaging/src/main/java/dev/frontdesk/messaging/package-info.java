/// SMS and mail: templates, reminders, consent, suppression, budgets, delivery.
@NullMarked
package dev.frontdesk.messaging;

import org.jspecify.annotations.NullMarked;
