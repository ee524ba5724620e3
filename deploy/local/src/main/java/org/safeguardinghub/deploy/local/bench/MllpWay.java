package org.safeguardinghub.deploy.local.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;

/**
 * Messages over some MLLP connections at once, each sent again on a new connection until it is
 * answered. One of twenty was sent on a day that does not exist.
 */
final class MllpWay implements ConnectorWay {
  private static final int CONNECTIONS = 4;
  private static final int MESSAGES = 25;
  private static final int BAD = 20;
  private static final Pattern RECEIPT = Pattern.compile("receipt ([^;|^~\\s]+)");

  private final SSLContext tls;
  private final int port;
  private int next;

  MllpWay(SSLContext tls, int port) {
    this.tls = tls;
    this.port = port;
  }

  @Override
  public String name() {
    return "HL7 over MLLP";
  }

  @Override
  public String app() {
    return "health";
  }

  @Override
  public String feed() {
    return "fablewick-nhs";
  }

  @Override
  public void round(AnswerBook book) throws Exception {
    List<Callable<Boolean>> senders = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      List<String> ids =
          IntStream.range(next, next + MESSAGES).mapToObj(number -> "M-" + number).toList();
      next += MESSAGES;
      senders.add(
          () -> {
            Patience.until(book, ids, open -> converse(open, book));
            return true;
          });
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(CONNECTIONS)) {
      for (Future<Boolean> sender : pool.invokeAll(senders)) {
        sender.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a sender of messages failed", e);
    }
  }

  private void converse(List<String> ids, AnswerBook book) throws IOException {
    try (Socket socket =
        tls.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout((int) Patience.OF_ONE_ANSWER.toMillis());
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      for (String id : ids) {
        int number = Integer.parseInt(id.substring(2));
        out.write(MllpLoad.frame(number, number % BAD == 0 ? "20260231" : "20260302"));
        out.flush();
        note(book, id, MllpLoad.answer(in));
      }
    }
  }

  /** AR is no answer to the content: the same has to be sent again. */
  private static void note(AnswerBook book, String id, String answer) {
    if (answer.contains("MSA|AR|")) {
      return;
    }
    Matcher receipt = RECEIPT.matcher(answer);
    Optional<String> named = receipt.find() ? Optional.of(receipt.group(1)) : Optional.empty();
    book.answered(
        id,
        answer.contains("MSA|AE|")
            ? AnswerBook.Outcome.REFUSED
            : named.isPresent() ? AnswerBook.Outcome.ACCEPTED : AnswerBook.Outcome.NO_EVENT,
        named);
  }
}
