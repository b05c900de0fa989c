/// Twilio: signed webhooks, TwiML, Media Streams, and its REST interface for what we start.
@NullMarked
package dev.frontdesk.integrations.twilio;

import org.jspecify.annotations.NullMarked;
