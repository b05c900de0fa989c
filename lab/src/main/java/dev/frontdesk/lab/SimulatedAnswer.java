package dev.frontdesk.lab;

/// How a simulated vendor answers a request to open a WebSocket.
sealed interface SimulatedAnswer {
  record Refused(int status, String json, int retryAfterSeconds) implements SimulatedAnswer {
    Refused(int status, String json) {
      this(status, json, -1);
    }
  }

  record Accepted(SimulatedPeer peer) implements SimulatedAnswer {}
}
