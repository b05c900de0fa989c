package dev.frontdesk.cli;

import java.nio.file.Path;

/// The folder Frontdesk runs from, as the launcher tells it.
final class Home {
  private Home() {}

  static Path path() {
    return Path.of(System.getProperty("frontdesk.home", "."));
  }
}
