package dev.frontdesk.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// As whom PostgreSQL's programs run. They refuse to run as root, so a root server starts them in
/// a user namespace of their own (files stay root's), or where the kernel forbids that, as another
/// user to whom the cluster's folder is given.
///
/// @param prefix what stands before the program on the command line
/// @param owner  whose the cluster's files must be; empty: those who make them
record Footing(List<String> prefix, Optional<Owner> owner) {
  private static final Owner NOBODY = new Owner(65534, 65534);

  record Owner(int uid, int gid) {}

  Footing {
    prefix = List.copyOf(prefix);
  }

  /// @param data the cluster, made already or not
  static Footing of(Path data) {
    try {
      if (uid(Path.of("/proc/self")) != 0) {
        return new Footing(List.of(), Optional.empty());
      }
      if (Files.exists(data) && uid(data) != 0) {
        return as(new Owner(uid(data), (Integer) Files.getAttribute(data, "unix:gid")));
      }
      return mayUnshare() || Files.exists(data) ? inNamespace() : as(NOBODY);
    } catch (IOException e) {
      throw new StorageUnavailable("cannot tell whose " + data + " is", e);
    }
  }

  static Footing inNamespace() {
    return new Footing(List.of("unshare", "-U"), Optional.empty());
  }

  static Footing asNobody() {
    return as(NOBODY);
  }

  private static Footing as(Owner owner) {
    return new Footing(
        List.of("setpriv", "--reuid=" + owner.uid, "--regid=" + owner.gid, "--clear-groups"),
        Optional.of(owner));
  }

  List<String> command(String program, List<String> arguments) {
    var command = new ArrayList<>(prefix);
    command.add(program);
    command.addAll(arguments);
    return command;
  }

  void give(Path path) throws IOException {
    if (owner.isPresent()) {
      Files.setAttribute(path, "unix:uid", owner.get().uid);
      Files.setAttribute(path, "unix:gid", owner.get().gid);
    }
  }

  private static int uid(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:uid");
  }

  private static boolean mayUnshare() throws IOException {
    try {
      return new ProcessBuilder("unshare", "-U", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
