package dev.frontdesk.lab;

/// Sees what passes a simulated vendor's door, in the moments between which a client can die.
/// Called on the request's own thread, which goes on when the call returns.
@FunctionalInterface
interface VendorWatch {
  VendorWatch NOBODY = (_, _, _) -> {};

  void at(Moment moment, String operation, VendorRequest request);

  enum Moment {
    /// The request has come in; nothing is done yet.
    ASKED,
    /// The vendor has done it; nobody knows yet.
    DONE,
    /// The answer is out.
    ANSWERED
  }
}
