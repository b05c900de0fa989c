package dev.frontdesk.server;

import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/// A connection of the HTTP port whose bytes go to the media port and back until either side closes.
/// Each way has a virtual thread; who does not read is not written to, so memory stays bounded.
public final class RelayedSocket implements HttpUpgradeHandler {
  private static final int PIECE = 8 * 1024;

  private @Nullable Socket socket;
  private @Nullable InputStream fromMedia;

  /// @param in the socket's input, which may have been read ahead
  void over(Socket media, InputStream in) {
    socket = media;
    fromMedia = in;
  }

  /// Returns when the connection is over; the container's thread is a virtual one.
  @Override
  public void init(WebConnection connection) {
    var media = socket;
    var in = fromMedia;
    if (media == null || in == null) {
      close(connection);
      return;
    }
    try (media) {
      var web = connection.getInputStream();
      var toWeb = connection.getOutputStream();
      var back =
          Thread.ofVirtual()
              .name("media relay")
              .start(
                  () -> {
                    pump(in, toWeb);
                    close(connection);
                  });
      pump(web, media.getOutputStream());
      media.shutdownOutput();
      back.join();
    } catch (IOException gone) {
      // one side hung up: so does the other
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } finally {
      close(connection);
    }
  }

  @Override
  public void destroy() {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException gone) {
      // it is closed, then
    }
  }

  private static void pump(InputStream from, OutputStream to) {
    byte[] piece = new byte[PIECE];
    try {
      for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
        to.write(piece, 0, read);
        to.flush();
      }
    } catch (IOException gone) {
      // one side hung up: so does the other
    }
  }

  private static void close(WebConnection connection) {
    try {
      connection.close();
    } catch (Exception gone) {
      // it is closed, then
    }
  }
}
