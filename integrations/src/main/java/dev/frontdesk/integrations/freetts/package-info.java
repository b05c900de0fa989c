/// FreeTTS: a voice in pure Java that needs no install and no account.
@NullMarked
package dev.frontdesk.integrations.freetts;

import org.jspecify.annotations.NullMarked;
