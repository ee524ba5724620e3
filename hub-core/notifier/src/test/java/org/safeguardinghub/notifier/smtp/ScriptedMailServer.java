package org.safeguardinghub.notifier.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;

/**
 * A mail server that answers as told, for what a well-behaved one cannot be made to do. A command
 * without an answer is never answered.
 */
final class ScriptedMailServer implements AutoCloseable {
  private final ServerSocket listening;
  private final Map<String, String> answers = new HashMap<>();

  ScriptedMailServer(Map<String, String> unusual) throws IOException {
    answers.putAll(
        Map.of(
            "greeting", "220 ready",
            "EHLO", "250 ok",
            "MAIL", "250 ok",
            "RCPT", "250 ok",
            "DATA", "354 go on",
            ".", "250 taken",
            "QUIT", "221 bye"));
    answers.putAll(unusual);
    listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        Thread.ofVirtual().start(() -> talk(socket));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void talk(Socket socket) {
    try (socket;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
      answer(socket, "greeting");
      boolean text = false;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String word = line.split(" ", 2)[0];
        if (!text || word.equals(".")) {
          answer(socket, word);
          text = word.equals("DATA") && answers.getOrDefault(word, "").startsWith("354");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(Socket socket, String word) throws IOException {
    String answer = answers.getOrDefault(word, "250 ok");
    if (answer.equals("close")) {
      socket.close();
    } else if (!answer.isEmpty()) {
      socket.getOutputStream().write((answer + "\r\n").getBytes(US_ASCII));
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
