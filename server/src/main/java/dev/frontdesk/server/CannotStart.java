package dev.frontdesk.server;

import dev.frontdesk.storage.StorageUnavailable;
import java.net.BindException;
import org.springframework.boot.web.server.PortInUseException;

/// The server cannot start until someone mends what the message names.
public final class CannotStart extends RuntimeException {
  CannotStart(String message, Throwable cause) {
    super(message, cause);
  }

  /// The reason in a sentence, where the failure is one that an operator can mend; the failure
  /// itself otherwise.
  static RuntimeException because(RuntimeException failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof CannotStart told) {
        return told;
      }
      if (cause instanceof StorageUnavailable) {
        return new CannotStart(String.valueOf(cause.getMessage()), cause);
      }
      if (cause instanceof BindException
          || cause instanceof PortInUseException
          || String.valueOf(cause.getMessage()).contains("Address already in use")) {
        return new CannotStart(
            "a port is in use by another program (" + cause.getMessage() + "): choose another "
                + "with --port or --media-port",
            cause);
      }
    }
    return failed;
  }
}
