package org.safeguardinghub.connectors.sftp.app;

import java.io.IOException;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.safeguardinghub.connectors.sftp.AgencyKeys;
import org.safeguardinghub.connectors.sftp.HostKey;
import org.safeguardinghub.connectors.sftp.Limits;
import org.safeguardinghub.connectors.sftp.SftpServer;
import org.safeguardinghub.kernel.runtime.AppSettings;
import org.safeguardinghub.kernel.runtime.ReadyFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process of the SFTP server. Its only argument is its settings file. */
public final class SftpApp {
  private static final Logger LOG = LoggerFactory.getLogger(SftpApp.class);

  private SftpApp() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    try {
      serve(AppSettings.fromArguments(arguments));
      return 0;
    } catch (AppSettings.SettingsFault fault) {
      LOG.error("{}", fault.getMessage());
      return 2;
    } catch (IOException | RuntimeException fault) {
      LOG.error("the SFTP server cannot start", fault);
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static void serve(AppSettings settings) throws IOException, InterruptedException {
    CountDownLatch stop = new CountDownLatch(1);
    KeyPair hostKey = HostKey.ensure(settings.path("sftp.host.key"));
    String host = settings.text("sftp.host", "127.0.0.1");
    try (SftpServer server =
        SftpServer.start(
            new InetSocketAddress(host, settings.number("sftp.port", 0)),
            hostKey,
            new AgencyKeys(settings.path("sftp.keys")),
            drops(settings.path("sftp.folders")),
            limits(settings))) {
      Runtime.getRuntime().addShutdownHook(new Thread(stop::countDown, "stop"));
      LOG.info(
          "takes files at port {} with the key {}", server.port(), HostKey.fingerprint(hostKey));
      ReadyFile.write(settings, "sftp://" + host + ":" + server.port());
      stop.await();
    }
  }

  private static Map<String, Path> drops(Path file) {
    Properties lines = new Properties();
    try (Reader text = Files.newBufferedReader(file)) {
      lines.load(text);
    } catch (IOException e) {
      throw new AppSettings.SettingsFault(
          "cannot read " + file + ": a line FEED=FOLDER for each agency is wanted");
    }
    Map<String, Path> drops = new TreeMap<>();
    for (String feed : lines.stringPropertyNames()) {
      if (!feed.matches("[a-z0-9][a-z0-9-]{0,63}")) {
        throw new AppSettings.SettingsFault("a feed in " + file + " has no sound name");
      }
      drops.put(feed, Path.of(lines.getProperty(feed).strip()));
    }
    return drops;
  }

  private static Limits limits(AppSettings settings) {
    Limits standard = Limits.standard();
    return new Limits(
        settings.number("sftp.connections", standard.connections()),
        settings.number("sftp.connections.each", standard.connectionsEach()),
        settings.number("sftp.files", standard.files()),
        Limits.MEBIBYTE
            * settings.number("sftp.mebibytes", (int) (standard.room() / Limits.MEBIBYTE)),
        standard.signIn(),
        Duration.ofSeconds(
            settings.number("sftp.idle.seconds", (int) standard.idle().toSeconds())));
  }
}
