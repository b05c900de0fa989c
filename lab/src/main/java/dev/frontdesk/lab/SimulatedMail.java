package dev.frontdesk.lab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A mail server on loopback that takes mail by SMTP, strict about the order of commands and the
/// length of lines. Operations: `mail.connect`, `mail.rcpt`, `mail.data`; a refusal's status is the
/// SMTP code (`VendorFault.status(451)`), and `resetAfter` of `mail.data` takes the mail without
/// saying so.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc5321">RFC 5321: SMTP</a>
public final class SimulatedMail implements AutoCloseable {
  private static final int LONGEST_LINE = 1_000;

  private final ServerSocket listening;
  private final VendorFaults faults;
  private final Duration latency;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<SimulatedLetter> letters = new ArrayList<>();
  private final Set<String> nobody = ConcurrentHashMap.newKeySet();

  private SimulatedMail(ServerSocket listening, VendorFaults faults, Duration latency) {
    this.listening = listening;
    this.faults = faults;
    this.latency = latency;
    threads.execute(this::accept);
  }

  /// @param port 0 for any
  public static SimulatedMail start(int port, VendorFaults faults, Duration latency) {
    try {
      var socket = new ServerSocket();
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return new SimulatedMail(socket, faults, latency);
    } catch (IOException e) {
      throw new IllegalStateException("no port for the simulated mail server", e);
    }
  }

  public int port() {
    return listening.getLocalPort();
  }

  /// An address without a mailbox.
  public void nobodyAt(String address) {
    nobody.add(address.toLowerCase(Locale.ROOT));
  }

  /// All that were taken, oldest first.
  public synchronized List<SimulatedLetter> entries() {
    return List.copyOf(letters);
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        var socket = listening.accept();
        threads.execute(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      new Dialogue(socket).run();
    } catch (IOException gone) {
      // the client's affair
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// One connection.
  private final class Dialogue {
    private final Socket socket;
    private final InputStream in;
    private boolean greeted;
    private String from = "";
    private String to = "";

    Dialogue(Socket socket) throws IOException {
      this.socket = socket;
      this.in = socket.getInputStream();
    }

    void run() throws IOException, InterruptedException {
      if (befell("mail.connect")) {
        return;
      }
      say("220 mail.lab.test ESMTP");
      boolean goOn = true;
      while (goOn) {
        goOn = obey(line());
      }
    }

    private boolean obey(String line) throws IOException, InterruptedException {
      var verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      switch (verb) {
        case "EHLO", "HELO" -> {
          greeted = true;
          say("250-mail.lab.test");
          say("250 8BITMIME");
        }
        case "MAIL" -> mail(line);
        case "RCPT" -> {
          return rcpt(line);
        }
        case "DATA" -> {
          return data();
        }
        case "RSET" -> {
          from = "";
          to = "";
          say("250 2.0.0 forgotten");
        }
        case "NOOP" -> say("250 2.0.0 nothing done");
        case "QUIT" -> {
          say("221 2.0.0 goodbye");
          return false;
        }
        default -> say("500 5.5.1 no such command");
      }
      return true;
    }

    private void mail(String line) throws IOException {
      var address = between(line);
      if (!greeted || !from.isEmpty()) {
        say("503 5.5.1 not now");
      } else if (address.isEmpty()) {
        say("501 5.1.7 no such sender");
      } else {
        from = address;
        say("250 2.1.0 go on");
      }
    }

    private boolean rcpt(String line) throws IOException, InterruptedException {
      if (from.isEmpty()) {
        say("503 5.5.1 who are you?");
        return true;
      }
      if (befell("mail.rcpt")) {
        return !socket.isClosed();
      }
      var address = between(line);
      if (!address.contains("@") || nobody.contains(address.toLowerCase(Locale.ROOT))) {
        say("550 5.1.1 no such mailbox");
      } else {
        to = address;
        say("250 2.1.5 go on");
      }
      return true;
    }

    private boolean data() throws IOException, InterruptedException {
      if (to.isEmpty()) {
        say("503 5.5.1 to whom?");
        return true;
      }
      say("354 end with a dot");
      var text = new StringBuilder();
      for (var line = line(); !line.equals("."); line = line()) {
        text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
      }
      Thread.sleep(latency);
      var fault = faults.take("mail.data");
      switch (fault) {
        case VendorFault.None _, VendorFault.Slow _, VendorFault.ExpiredToken _ -> {
          if (fault instanceof VendorFault.Slow(var by)) {
            Thread.sleep(by);
          }
          take(text.toString());
          say("250 2.0.0 taken");
        }
        case VendorFault.Refused refused -> say(refused.status() + " 5.0.0 no");
        case VendorFault.DoneYetRefused(int status) -> {
          take(text.toString());
          say(status + " 4.0.0 perhaps");
        }
        case VendorFault.ResetBefore _ -> socket.close();
        case VendorFault.ResetAfter _ -> {
          take(text.toString());
          socket.close();
        }
      }
      from = "";
      to = "";
      return !socket.isClosed();
    }

    private void take(String text) {
      synchronized (SimulatedMail.this) {
        letters.add(new SimulatedLetter(from, to, text));
      }
    }

    /// Whether a fault has answered already.
    private boolean befell(String operation) throws IOException {
      switch (faults.take(operation)) {
        case VendorFault.Refused refused -> say(refused.status() + " 4.0.0 not now");
        case VendorFault.ResetBefore _, VendorFault.ResetAfter _ -> socket.close();
        case VendorFault.None _, VendorFault.Slow _, VendorFault.ExpiredToken _,
            VendorFault.DoneYetRefused _ -> {
          return false;
        }
      }
      return true;
    }

    private void say(String line) throws IOException {
      socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /// Without its end.
    ///
    /// @throws IOException at the end of the stream, and for what is no line
    private String line() throws IOException {
      var line = new ByteArrayOutputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b == '\n') {
          var text = line.toString(StandardCharsets.UTF_8);
          if (!text.endsWith("\r")) {
            throw new IOException("a bare line feed");
          }
          return text.substring(0, text.length() - 1);
        }
        line.write(b);
        if (line.size() > LONGEST_LINE) {
          throw new IOException("a line is too long");
        }
      }
      throw new IOException("the client is gone");
    }

    private static String between(String line) {
      int open = line.indexOf('<');
      int close = line.indexOf('>', open + 1);
      return open < 0 || close < 0 ? "" : line.substring(open + 1, close);
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    threads.shutdownNow();
  }
}
