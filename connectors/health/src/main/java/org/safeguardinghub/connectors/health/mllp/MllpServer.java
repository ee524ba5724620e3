package org.safeguardinghub.connectors.health.mllp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages over MLLP inside TLS 1.3 with certificates on both sides. One thread for each
 * connection, of which there are few: a virtual one is woken twice for each message, by whoever
 * polls for it and by its carrier. A message is answered before the next one is read, so the order
 * of a sender is kept. A sender that breaks the protocol, drips or never ends is cut off: an answer
 * to half a message would be taken for an answer to another.
 *
 * @param <S> the sender, by its certificate
 */
public final class MllpServer<S> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MllpServer.class);

  private static final String TOO_SLOW = "a sender is too slow";
  private static final Duration LOOK = Duration.ofMillis(100);

  private final ServerSocket socket;
  private final SSLSocketFactory tls;
  private final Limits limits;
  private final Function<X509Certificate, Optional<S>> senders;
  private final Conversation<S> conversation;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("mllp-", 0).factory());
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("mllp-deadlines").factory());
  private final Map<Socket, Deadline> open = new ConcurrentHashMap<>();
  private final Map<String, Integer> bySender = new ConcurrentHashMap<>();

  /** What is said to a message. */
  @FunctionalInterface
  public interface Conversation<S> {
    /** The answer; called for one message of a connection after the other. */
    byte[] answer(S sender, byte[] message);
  }

  private MllpServer(
      ServerSocket socket,
      SSLSocketFactory tls,
      Limits limits,
      Function<X509Certificate, Optional<S>> senders,
      Conversation<S> conversation) {
    this.socket = socket;
    this.tls = tls;
    this.limits = limits;
    this.senders = senders;
    this.conversation = conversation;
  }

  /**
   * Begins to listen.
   *
   * @param port 0: any
   * @param senders who holds a certificate; a certificate of nobody is cut off
   */
  public static <S> MllpServer<S> start(
      InetAddress host,
      int port,
      SSLContext tls,
      Limits limits,
      Function<X509Certificate, Optional<S>> senders,
      Conversation<S> conversation)
      throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.bind(new InetSocketAddress(host, port));
    MllpServer<S> server =
        new MllpServer<>(socket, tls.getSocketFactory(), limits, senders, conversation);
    // One look at all of them, where a timer for each message would cost more than reading it.
    var _ =
        server.deadlines.scheduleAtFixedRate(
            server::checkDeadlines, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    Thread.ofPlatform().name("mllp-accept").start(server::accept);
    return server;
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** How many connections are open; for tests and for a health check. */
  public int connections() {
    return open.size();
  }

  @Override
  public void close() {
    closed(socket);
    open.keySet().forEach(MllpServer::closed);
    threads.shutdown();
    deadlines.shutdownNow();
    try {
      if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("a message is still under way; its sender will send it again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        if (open.size() >= limits.connections()) {
          LOG.warn("too many connections: one is turned away");
          closed(connection);
        } else {
          open.put(connection, new Deadline(connection));
          var _ = threads.submit(() -> serve(connection));
        }
      } catch (IOException e) {
        if (!socket.isClosed()) {
          LOG.warn("a connection could not be accepted: {}", e.getClass().getSimpleName());
        }
      }
    }
  }

  private void checkDeadlines() {
    long now = System.nanoTime();
    open.values().forEach(deadline -> deadline.check(now));
  }

  private void serve(Socket connection) {
    Deadline deadline = open.getOrDefault(connection, new Deadline(connection));
    try (connection) {
      connection.setTcpNoDelay(true);
      SSLSocket secured = (SSLSocket) tls.createSocket(connection, null, false);
      secured.setUseClientMode(false);
      SSLParameters parameters = secured.getSSLParameters();
      parameters.setProtocols(new String[] {"TLSv1.3"});
      parameters.setNeedClientAuth(true);
      secured.setSSLParameters(parameters);
      X509Certificate certificate = handshake(deadline, secured);
      Optional<S> sender = senders.apply(certificate);
      if (sender.isPresent()) {
        admit(sender.get(), certificate, deadline, secured);
      } else {
        LOG.warn("a certificate belongs to no feed: its connection is cut off");
      }
    } catch (Mllp.Broken e) {
      LOG.warn("a connection is cut off: {}", e.getMessage());
    } catch (IOException | RuntimeException e) {
      LOG.info("a connection ended: {}", e.getClass().getSimpleName());
    } finally {
      open.remove(connection);
    }
  }

  private void admit(S sender, X509Certificate certificate, Deadline deadline, SSLSocket secured)
      throws IOException {
    String name = certificate.getSerialNumber() + "/" + certificate.getIssuerX500Principal();
    try {
      if (bySender.merge(name, 1, Integer::sum) > limits.perSender()) {
        LOG.warn("one sender has too many connections: one is turned away");
      } else {
        converse(sender, deadline, secured);
      }
    } finally {
      bySender.merge(name, -1, (sum, one) -> sum + one == 0 ? null : sum + one);
    }
  }

  private X509Certificate handshake(Deadline deadline, SSLSocket secured) throws IOException {
    deadline.in(limits.handshake(), TOO_SLOW);
    secured.startHandshake();
    deadline.met();
    Certificate certificate = secured.getSession().getPeerCertificates()[0];
    if (certificate instanceof X509Certificate x509) {
      return x509;
    }
    throw new SocketException("not a certificate of a known form");
  }

  private void converse(S sender, Deadline deadline, SSLSocket secured) throws IOException {
    InputStream in = new BufferedInputStream(secured.getInputStream(), 16 * 1024);
    OutputStream out = secured.getOutputStream();
    Optional<byte[]> message = next(deadline, in);
    while (message.isPresent()) {
      byte[] answer = conversation.answer(sender, message.get());
      deadline.in(limits.frame(), TOO_SLOW);
      Mllp.write(out, answer);
      message = next(deadline, in);
    }
  }

  private Optional<byte[]> next(Deadline deadline, InputStream in) throws IOException {
    deadline.in(limits.idle(), "a sender is silent");
    Optional<byte[]> message =
        Mllp.read(in, limits.largestFrame(), () -> deadline.in(limits.frame(), TOO_SLOW));
    deadline.met();
    return message;
  }

  private static void closed(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      LOG.debug("already gone: {}", e.getClass().getSimpleName());
    }
  }
}
