package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Secret;
import java.time.Instant;
import java.util.Optional;

/// An organisation's access to its calendar.
///
/// @param grant  what access is shown with, as a refresh token; empty where it is configured
/// @param reason why it is broken, in the vendor's word; empty otherwise
/// @param since  when it came to stand as it does
public record CalendarConnection(
    OrgId org, ConnectionStatus status, Optional<Secret> grant, String reason, Instant since) {

  public static CalendarConnection none(OrgId org) {
    return new CalendarConnection(
        org, ConnectionMoves.TABLE.initial(), Optional.empty(), "", Instant.EPOCH);
  }

  public boolean stands() {
    return status == ConnectionStatus.CONNECTED;
  }

  /// @param given new access; empty for that of the configuration
  public CalendarConnection connected(Optional<Secret> given, Instant at) {
    return new CalendarConnection(org, after(ConnectionAct.CONNECT), given, "", at);
  }

  public CalendarConnection broken(String why, Instant at) {
    return new CalendarConnection(org, after(ConnectionAct.BREAK), grant, why, at);
  }

  public CalendarConnection mended(Instant at) {
    return new CalendarConnection(org, after(ConnectionAct.MEND), grant, "", at);
  }

  public CalendarConnection disconnected(Instant at) {
    return new CalendarConnection(
        org, after(ConnectionAct.DISCONNECT), Optional.empty(), "", at);
  }

  private ConnectionStatus after(ConnectionAct act) {
    return ConnectionMoves.TABLE.after(status, act);
  }
}
