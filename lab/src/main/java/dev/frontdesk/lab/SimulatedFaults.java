package dev.frontdesk.lab;

import java.util.concurrent.ConcurrentLinkedQueue;

/// Faults to come: each befalls one connection, in the order in which they connect. Safe from any
/// thread.
public final class SimulatedFaults {
  private static final SimulatedFault NONE = new SimulatedFault.None();

  private final ConcurrentLinkedQueue<SimulatedFault> next = new ConcurrentLinkedQueue<>();
  private volatile SimulatedFault always = NONE;

  public void next(SimulatedFault fault) {
    next.add(fault);
  }

  /// Befalls every connection for which nothing else was planned, until another is named.
  public void always(SimulatedFault fault) {
    always = fault;
  }

  SimulatedFault take() {
    var fault = next.poll();
    return fault == null ? always : fault;
  }
}
