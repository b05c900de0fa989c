/// espeak-ng: a voice of the operating system, by its command line.
@NullMarked
package dev.frontdesk.integrations.espeak;

import org.jspecify.annotations.NullMarked;
