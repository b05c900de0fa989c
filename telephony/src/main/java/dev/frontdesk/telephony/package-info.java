/// Calls and legs: the media gateway, signalling, admission.
@NullMarked
package dev.frontdesk.telephony;

import org.jspecify.annotations.NullMarked;
