package dev.frontdesk.voice;

/// What a conversation needs to go on elsewhere.
///
/// @param turn       how many exchanges there were
/// @param agentState what `Agent.state` gave; goes to `AgentFactory.resume`
/// @param said       the agent's last words
/// @param heard      what of them the caller had heard by then
public record ConversationCheckpoint(int turn, String agentState, String said, String heard) {

  public String toJson() {
    return "{\"version\":1,\"turn\":" + turn
        + ",\"agentState\":" + FlatJson.quote(agentState)
        + ",\"said\":" + FlatJson.quote(said)
        + ",\"heard\":" + FlatJson.quote(heard) + "}";
  }

  /// @throws IllegalArgumentException when `json` is not what `toJson` gives
  public static ConversationCheckpoint parse(String json) {
    var fields = FlatJson.parse(json);
    if (!"1".equals(fields.get("version"))) {
      throw new IllegalArgumentException("not a checkpoint of version 1");
    }
    return new ConversationCheckpoint(
        Integer.parseInt(fields.getOrDefault("turn", "0")),
        fields.getOrDefault("agentState", "{}"),
        fields.getOrDefault("said", ""),
        fields.getOrDefault("heard", ""));
  }

  @Override
  public String toString() {
    return "ConversationCheckpoint[turn=" + turn + "]"; // the rest is what was said
  }
}
