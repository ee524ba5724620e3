package org.safeguardinghub.connectors.sftp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.safeguardinghub.connectors.drop.Folders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets agencies put files into their drop folders over SFTP. No shell, no command, no forwarding,
 * no password. The name to sign in with is the feed's.
 */
public final class SftpServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SftpServer.class);
  private static final AttributeKey<PublicKey> SIGNED_IN_WITH = new AttributeKey<>();
  private static final String BANNER =
      "Write a file as in/NAME.part and rename it to in/NAME when it is whole; its results will stand in done.\n";
  private static final int OPEN_FILES = 32;
  private static final int TRIES = 6;

  /** Its hash is no longer safe to sign with. */
  private static final Set<String> OLD_SIGNATURES =
      Set.of("ssh-rsa", "ssh-dss", "ssh-rsa-cert-v01@openssh.com", "ssh-dss-cert-v01@openssh.com");

  private final SshServer server = SshServer.setUpDefaultServer();
  private final AgencyKeys keys;
  private final Map<String, AgencyFolder> folders = new HashMap<>();

  private SftpServer(AgencyKeys keys) {
    this.keys = keys;
  }

  /**
   * Starts to serve.
   *
   * @param drops for each feed the folder of drop folders that its files go to
   */
  public static SftpServer start(
      InetSocketAddress address,
      KeyPair hostKey,
      AgencyKeys keys,
      Map<String, Path> drops,
      Limits limits)
      throws IOException {
    SftpServer started = new SftpServer(keys);
    VirtualFileSystemFactory views = new VirtualFileSystemFactory();
    for (Map.Entry<String, Path> drop : drops.entrySet()) {
      String feed = drop.getKey();
      Folders.create(drop.getValue(), feed);
      Path own = drop.getValue().resolve(feed).toRealPath();
      started.folders.put(feed, new AgencyFolder(own, limits));
      views.setUserHomeDir(feed, own);
    }
    started.server.setFileSystemFactory(views);
    started.server.setHost(address.getHostString());
    started.server.setPort(address.getPort());
    started.server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    started.shut();
    started.limit(limits);
    started.server.start();
    return started;
  }

  /** The port that it listens on. */
  public int port() {
    return server.getPort();
  }

  /** One way in, and nothing behind it but files. */
  private void shut() {
    server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
    server.setPublickeyAuthenticator(this::signIn);
    List<NamedFactory<Signature>> signatures =
        server.getSignatureFactories().stream()
            .filter(one -> !OLD_SIGNATURES.contains(one.getName()))
            .toList();
    server.setSignatureFactories(signatures);
    server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
    server.setShellFactory(null);
    server.setCommandFactory(null);
    server.setSubsystemFactories(
        List.of(
            new SftpSubsystemFactory.Builder()
                .withFileSystemAccessor(new AgencyFiles(this::folderOf))
                .withSftpErrorStatusDataHandler(new Explained())
                .build()));
  }

  private void limit(Limits limits) {
    CoreModuleProperties.AUTH_TIMEOUT.set(server, limits.signIn());
    CoreModuleProperties.IDLE_TIMEOUT.set(server, limits.idle());
    CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, TRIES);
    CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, limits.connectionsEach());
    CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(server, 2);
    CoreModuleProperties.WELCOME_BANNER.set(server, BANNER);
    CoreModuleProperties.SERVER_IDENTIFICATION.set(server, "HUB");
    SftpModuleProperties.MAX_OPEN_HANDLES_PER_SESSION.set(server, OPEN_FILES);
    SftpModuleProperties.CLIENT_EXTENSIONS.set(server, "");
    server.addSessionListener(
        new SessionListener() {
          @Override
          public void sessionCreated(Session session) {
            // The acceptor's own listener could refuse it earlier, and would leave its socket open.
            if (server.getActiveSessions().size() >= limits.connections()) {
              LOG.warn("{} connections are open: another one is turned away", limits.connections());
              session.close(true);
            }
          }

          @Override
          public void sessionEvent(Session session, Event event) {
            if (event == Event.Authenticated) {
              LOG.info("feed {}: signed in", session.getUsername());
            }
          }
        });
  }

  private boolean signIn(String feed, PublicKey key, ServerSession session) {
    try {
      boolean known = folders.containsKey(feed) && keys.holds(feed, key);
      if (known) {
        session.setAttribute(SIGNED_IN_WITH, key);
      }
      return known;
    } catch (IOException unreadable) {
      LOG.error("the keys of a feed cannot be read ({})", unreadable.getClass().getSimpleName());
      return false;
    }
  }

  private AgencyFolder folderOf(ServerSession session) throws Refused {
    String feed = session.getUsername();
    AgencyFolder folder = folders.get(feed);
    if (folder == null || !signIn(feed, session.getAttribute(SIGNED_IN_WITH), session)) {
      throw new Refused("this key is no longer one of the agency's");
    }
    return folder;
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }
}
