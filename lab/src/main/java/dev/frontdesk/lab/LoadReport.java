package dev.frontdesk.lab;

import org.HdrHistogram.Histogram;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a load run measured. Histograms are in microseconds.
///
/// @param calls          how many were held at once
/// @param noReply        turns of callers that the agent never answered
/// @param underruns      how often an agent's voice broke off for a caller
/// @param cpuMsPerCallSecond of the server, for each second of each call
/// @param memoryMbPerCall (RSS with all calls up − RSS idle) / calls
/// @param firstAudio     caller's last sample to the agent's first
/// @param overhead       the same, above the scripted waits of the providers
/// @param wordsError     words the server believes heard against those that played, after barge-ins
/// @param callerLate     how late the callers' own frames left: a run with late callers is void
public record LoadReport(
    int calls,
    long turns,
    long bookings,
    long noReply,
    long underruns,
    double cpuMsPerCallSecond,
    double memoryMbPerCall,
    Histogram firstAudio,
    Histogram overhead,
    Histogram wordsError,
    Histogram callerLate) {
  /// Callers later than this measure themselves, not the server.
  static final double MOST_LATE_MS = 20;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  public boolean isVoid() {
    return callerLateP99() > MOST_LATE_MS;
  }

  private double callerLateP99() {
    return callerLate.getValueAtPercentile(99) / 1000.0;
  }

  /// The fields of `lab load --json`.
  public String toJson() {
    var root = JSON.createObjectNode();
    root.put("calls", calls).put("turns", turns).put("bookings", bookings);
    root.put("noReply", noReply).put("underruns", underruns);
    root.put("cpuMsPerCallSecond", rounded(cpuMsPerCallSecond));
    root.put("memoryMbPerCall", rounded(memoryMbPerCall));
    percentiles(root.putObject("firstAudioMs"), firstAudio);
    percentiles(root.putObject("overheadMs"), overhead);
    var heard = root.putObject("heardWordsError");
    if (wordsError.getTotalCount() == 0) {
      heard.putNull("p50").putNull("p95"); // nobody broke in: nothing is known
    } else {
      heard
          .put("p50", wordsError.getValueAtPercentile(50))
          .put("p95", wordsError.getValueAtPercentile(95));
    }
    root.putObject("callerLateMs").put("p99", rounded(callerLateP99()));
    if (isVoid()) {
      root.put("void", true);
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  private static void percentiles(ObjectNode to, Histogram from) {
    to.put("p50", rounded(from.getValueAtPercentile(50) / 1000.0));
    to.put("p95", rounded(from.getValueAtPercentile(95) / 1000.0));
    to.put("p99", rounded(from.getValueAtPercentile(99) / 1000.0));
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
