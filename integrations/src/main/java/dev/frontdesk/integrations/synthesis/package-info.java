/// Voices that are computed on this machine: what FreeTTS and espeak-ng have in common.
@NullMarked
package dev.frontdesk.integrations.synthesis;

import org.jspecify.annotations.NullMarked;
