package dev.frontdesk.lab;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// What is to go wrong at a simulated vendor. Scripted faults come first, those of the operation
/// before those of any; then chance decides, by the rates set. The same seed and the same order of
/// requests give the same faults. Safe from any thread.
///
/// An operation is the vendor's own word for what a request does (`events.insert`); each simulator
/// names its operations in its doc.
public final class VendorFaults {
  /// Stands for every operation.
  public static final String ANY = "*";

  private final SplittableRandom random;
  private final Map<String, Deque<VendorFault>> script = new HashMap<>();
  private final Map<String, Deque<CallbackFault>> callbackScript = new HashMap<>();
  private final List<Chance<VendorFault>> rates = new ArrayList<>();
  private final List<Chance<CallbackFault>> callbackRates = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();

  private volatile VendorWatch watch = VendorWatch.NOBODY;

  private record Chance<T>(String operation, double rate, T fault) {}

  public VendorFaults(long seed) {
    random = new SplittableRandom(seed);
  }

  /// Everything goes well until something else is said.
  public static VendorFaults none() {
    return new VendorFaults(1);
  }

  /// The next requests, one each, whatever they are.
  public VendorFaults next(VendorFault... faults) {
    return nextOf(ANY, faults);
  }

  /// The next requests of this operation, one each.
  public synchronized VendorFaults nextOf(String operation, VendorFault... faults) {
    script.computeIfAbsent(operation, _ -> new ArrayDeque<>()).addAll(List.of(faults));
    return this;
  }

  /// This share of all requests that no script covers, in `[0, 1]`; rates of one operation add up.
  public VendorFaults rate(double rate, VendorFault fault) {
    return rateOf(ANY, rate, fault);
  }

  public synchronized VendorFaults rateOf(String operation, double rate, VendorFault fault) {
    rates.add(new Chance<>(operation, checked(rate), fault));
    return this;
  }

  /// The next messages to the server, one each.
  public VendorFaults nextCallback(CallbackFault... faults) {
    return nextCallbackOf(ANY, faults);
  }

  public synchronized VendorFaults nextCallbackOf(String operation, CallbackFault... faults) {
    callbackScript.computeIfAbsent(operation, _ -> new ArrayDeque<>()).addAll(List.of(faults));
    return this;
  }

  public synchronized VendorFaults callbackRate(double rate, CallbackFault fault) {
    callbackRates.add(new Chance<>(ANY, checked(rate), fault));
    return this;
  }

  /// Whoever watches sees every request to the vendor that these faults befall.
  VendorFaults watchedBy(VendorWatch watcher) {
    watch = watcher;
    return this;
  }

  VendorWatch watch() {
    return watch;
  }

  /// From now on all goes well: nothing scripted is left and no rate stands.
  public synchronized void calm() {
    script.clear();
    callbackScript.clear();
    rates.clear();
    callbackRates.clear();
  }

  /// How often each fault befell somebody, by its label; good luck is not counted.
  public synchronized Map<String, Integer> counts() {
    return Map.copyOf(counts);
  }

  /// What befalls this request.
  synchronized VendorFault take(String operation) {
    var fault = choose(script, rates, operation, VendorFault.none());
    if (!(fault instanceof VendorFault.None)) {
      counts.merge(fault.label(), 1, Integer::sum);
    }
    return fault;
  }

  /// What befalls this message to the server.
  synchronized CallbackFault takeCallback(String operation) {
    var fault = choose(callbackScript, callbackRates, operation, CallbackFault.once());
    if (!(fault instanceof CallbackFault.Once)) {
      counts.merge(fault.label(), 1, Integer::sum);
    }
    return fault;
  }

  private <T> T choose(
      Map<String, Deque<T>> scripted, List<Chance<T>> chances, String operation, T otherwise) {
    for (var name : List.of(operation, ANY)) {
      var next = scripted.getOrDefault(name, new ArrayDeque<>()).poll();
      if (next != null) {
        return next;
      }
    }
    double drawn = chances.isEmpty() ? 1 : random.nextDouble();
    for (var chance : chances) {
      if (chance.operation.equals(ANY) || chance.operation.equals(operation)) {
        drawn -= chance.rate;
        if (drawn < 0) {
          return chance.fault;
        }
      }
    }
    return otherwise;
  }

  private static double checked(double rate) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("a rate is from 0 to 1, not " + rate);
    }
    return rate;
  }
}
