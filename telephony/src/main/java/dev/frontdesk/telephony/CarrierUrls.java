package dev.frontdesk.telephony;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.net.URI;

/// The addresses by which carriers reach us, all made from the configured public ones and never
/// from a request's Host header, because signatures are over them.
///
/// @param webhooks `https://desk.example.com`, without a path
/// @param media    `wss://desk.example.com`, without a path
public record CarrierUrls(URI webhooks, URI media) {
  public CarrierUrls {
    webhooks = bare(webhooks);
    media = bare(media);
  }

  /// Asked when a media socket has closed or an outbound call is answered: what now?
  public static String callPath(String carrier, OrgId org, CallId call) {
    return "/" + carrier + "/calls/" + org.value() + "/" + call.value();
  }

  /// Where a carrier reports on an outbound call of ours.
  public static String statusPath(String carrier, OrgId org, CallId call) {
    return "/" + carrier + "/status/" + org.value() + "/" + call.value();
  }

  /// Asked when a person who was rung for a caller has hung up, or was not reached: what now?
  public static String dialledPath(String carrier, OrgId org, CallId call) {
    return "/" + carrier + "/dialled/" + org.value() + "/" + call.value();
  }

  /// Where a carrier reports that the person has picked up.
  public static String diallingPath(String carrier, OrgId org, CallId call) {
    return "/" + carrier + "/dialling/" + org.value() + "/" + call.value();
  }

  public static String mediaPath(String carrier, String token) {
    return "/media/" + carrier + "/" + token;
  }

  public URI call(String carrier, OrgId org, CallId call) {
    return URI.create(webhooks + callPath(carrier, org, call));
  }

  public URI status(String carrier, OrgId org, CallId call) {
    return URI.create(webhooks + statusPath(carrier, org, call));
  }

  public URI dialled(String carrier, OrgId org, CallId call) {
    return URI.create(webhooks + dialledPath(carrier, org, call));
  }

  public URI dialling(String carrier, OrgId org, CallId call) {
    return URI.create(webhooks + diallingPath(carrier, org, call));
  }

  public URI media(String carrier, String token) {
    return URI.create(media + mediaPath(carrier, token));
  }

  private static URI bare(URI base) {
    String text = base.toString();
    return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : base;
  }
}
