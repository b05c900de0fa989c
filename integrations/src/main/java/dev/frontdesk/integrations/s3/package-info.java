/// Amazon S3, and what speaks its protocol: the archive of recordings.
@NullMarked
package dev.frontdesk.integrations.s3;

import org.jspecify.annotations.NullMarked;
