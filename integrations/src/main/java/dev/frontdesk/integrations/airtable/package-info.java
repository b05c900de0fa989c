/// Airtable: customer records in a base, over its web API.
@NullMarked
package dev.frontdesk.integrations.airtable;

import org.jspecify.annotations.NullMarked;
