/// One package per vendor, behind the rooms' spi packages.
@NullMarked
package dev.frontdesk.integrations;

import org.jspecify.annotations.NullMarked;
