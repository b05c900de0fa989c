/// Words every room shares: ids, phone numbers, slots, money, results.
@NullMarked
package dev.frontdesk.vocabulary;

import org.jspecify.annotations.NullMarked;
