package dev.frontdesk.integrations.espeak;

import dev.frontdesk.integrations.synthesis.SynthesisFailed;
import dev.frontdesk.integrations.synthesis.Synthesiser;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.MalformedWav;
import dev.frontdesk.media.WavHeader;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// espeak-ng, one process an utterance (about 20 ms to start). The text goes through its standard
/// input, so it is in no process list. Gives linear 22.05 kHz, without word timings.
public final class EspeakSynthesiser implements Synthesiser {
  private static final AudioFormat FORMAT = new AudioFormat(AudioFormat.Encoding.L16, 22_050);
  private static final int PIECE_BYTES = 8_820; // 200 ms
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final Path program;
  private final String voice;
  private final Semaphore permits;

  /// @param program the executable
  /// @param voice   one of `espeak-ng --voices`: `en-us`, `en-gb+f3`
  /// @param most    how many may run at once
  public EspeakSynthesiser(Path program, String voice, int most) {
    if (!voice.matches("[A-Za-z0-9+_-]+") || voice.startsWith("-")) {
      throw new IllegalArgumentException("not a voice's name: " + voice);
    }
    this.program = program;
    this.voice = voice;
    permits = new Semaphore(most, true);
  }

  /// The espeak-ng on the path, if it is installed, with the American voice that recognisers
  /// understand best.
  public static Optional<EspeakSynthesiser> find() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
    return Arrays.stream(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, "espeak-ng"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(program -> new EspeakSynthesiser(program, "en-us+klatt4", 4));
  }

  @Override
  public String name() {
    return "espeak-ng";
  }

  @Override
  public AudioFormat format() {
    return FORMAT;
  }

  @Override
  public void synthesise(String text, int wordsPerMinute, Sink sink)
      throws SynthesisFailed, InterruptedException {
    permits.acquire();
    try {
      run(text, Math.clamp(wordsPerMinute, 80, 400), sink);
    } catch (MalformedWav malformed) {
      throw new SynthesisFailed("espeak-ng: " + malformed.getMessage(), false);
    } catch (IOException broken) {
      throw new SynthesisFailed(
          "espeak-ng does not run; install it with apt-get install espeak-ng", true);
    } finally {
      permits.release();
    }
  }

  private void run(String text, int wordsPerMinute, Sink sink)
      throws IOException, SynthesisFailed, InterruptedException {
    var process =
        new ProcessBuilder(
                program.toString(), "--stdin", "--stdout", "-b", "1", "-v", voice, "-s",
                Integer.toString(wordsPerMinute))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    // A process that hangs would keep us reading for ever.
    var end =
        CompletableFuture.runAsync(
            process::destroyForcibly,
            CompletableFuture.delayedExecutor(LONGEST.toMillis(), TimeUnit.MILLISECONDS));
    try (var sound = new BufferedInputStream(process.getInputStream())) {
      try (var in = process.getOutputStream()) {
        in.write(speakable(text).getBytes(StandardCharsets.UTF_8));
      }
      if (copy(sound, sink) && process.waitFor() != 0) {
        throw new SynthesisFailed("espeak-ng ended with " + process.exitValue(), false);
      }
    } finally {
      end.cancel(false);
      process.destroyForcibly();
    }
  }

  /// @return false when the sink has had enough
  private static boolean copy(InputStream sound, Sink sink) throws IOException {
    sound.mark(1);
    if (sound.read() < 0) {
      return true; // nothing to pronounce, and then not even a header
    }
    sound.reset();
    var header = WavHeader.read(sound);
    if (!header.format().equals(FORMAT) || header.channels() != 1) {
      throw new IOException("espeak-ng gives " + header);
    }
    while (true) {
      byte[] piece = sound.readNBytes(PIECE_BYTES);
      int whole = piece.length / 2 * 2;
      if (whole == 0) {
        return true;
      }
      if (!sink.sound(whole == piece.length ? piece : Arrays.copyOf(piece, whole), List.of())) {
        return false;
      }
    }
  }

  /// Double brackets would switch to phonemes, and control characters would end the sentence.
  private static String speakable(String text) {
    return text.replace("[[", "[ [").replaceAll("\\p{Cntrl}", " ");
  }
}
