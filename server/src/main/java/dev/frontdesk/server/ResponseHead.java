package dev.frontdesk.server;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// Status and headers of an HTTP answer, read up to the empty line and no further.
record ResponseHead(int status, List<Header> headers) {
  private static final int LONGEST = 8 * 1024;

  record Header(String name, String value) {}

  ResponseHead {
    headers = List.copyOf(headers);
  }

  /// @throws IOException also for what is no HTTP
  static ResponseHead read(InputStream in) throws IOException {
    var text = new StringBuilder();
    while (!endsWithEmptyLine(text)) {
      int next = in.read();
      if (next < 0 || text.length() >= LONGEST) {
        throw new IOException("no HTTP answer");
      }
      text.append((char) next);
    }
    return parse(text.toString().split("\r\n", -1));
  }

  private static ResponseHead parse(String[] lines) throws IOException {
    if (!lines[0].matches("HTTP/1\\.1 [1-5][0-9]{2}.*")) {
      throw new IOException("no HTTP answer");
    }
    var headers = new ArrayList<Header>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        headers.add(
            new Header(lines[i].substring(0, colon), lines[i].substring(colon + 1).strip()));
      }
    }
    return new ResponseHead(Integer.parseInt(lines[0].substring(9, 12)), headers);
  }

  private static boolean endsWithEmptyLine(StringBuilder text) {
    int end = text.length();
    return end >= 4 && text.charAt(end - 1) == '\n' && text.substring(end - 4).equals("\r\n\r\n");
  }
}
