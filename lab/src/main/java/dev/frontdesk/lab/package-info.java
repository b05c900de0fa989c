/// Synthetic callers, simulated carriers and providers on their real wire protocols, load.
@NullMarked
package dev.frontdesk.lab;

import org.jspecify.annotations.NullMarked;
