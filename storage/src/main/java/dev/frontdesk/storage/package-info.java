/// PostgreSQL: embedded launcher, migrations, SQL, the store ports.
@NullMarked
package dev.frontdesk.storage;

import org.jspecify.annotations.NullMarked;
