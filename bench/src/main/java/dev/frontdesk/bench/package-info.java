/// JMH benchmarks.
@NullMarked
package dev.frontdesk.bench;

import org.jspecify.annotations.NullMarked;
