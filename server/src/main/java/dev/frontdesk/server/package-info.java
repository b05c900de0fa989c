/// Spring Boot: wiring, HTTP API, security, configuration.
@NullMarked
package dev.frontdesk.server;

import org.jspecify.annotations.NullMarked;
