package org.safeguardinghub.deploy.local.apps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.safeguardinghub.connectors.sftp.AgencyKeys;
import org.safeguardinghub.deploy.local.folder.DataFolder;
import org.safeguardinghub.deploy.local.folder.OwnerOnly;

/** What the SFTP server is told: where each agency's files go, and which keys open. */
public final class SftpProcess {
  public static final String NAME = "sftp";
  static final int HEAP_MB = 96;
  private static final String PREFIX = "sftp.";

  private SftpProcess() {}

  /** The public keys of the agencies. */
  public static AgencyKeys keys(DataFolder data) {
    return new AgencyKeys(keysFolder(data));
  }

  /** The server's own key. */
  public static Path hostKey(DataFolder data) {
    return data.secrets().resolve("sftp-host-key");
  }

  static Map<String, String> settings(DataFolder data, List<Feed> feeds, int port)
      throws IOException {
    Path folders = data.run().resolve("sftp.folders.properties");
    Map<String, String> drops = new TreeMap<>();
    for (Feed feed : feeds) {
      drops.put(feed.name(), data.app(FileConnectors.of(feed)).resolve("drop").toString());
    }
    OwnerOnly.write(folders, drops, "Where the files of each feed go");
    Map<String, String> values = new TreeMap<>();
    values.put("sftp.port", Integer.toString(port));
    values.put("sftp.host.key", hostKey(data).toString());
    values.put("sftp.keys", keysFolder(data).toString());
    values.put("sftp.folders", folders.toString());
    values.putAll(own(data));
    return values;
  }

  private static Path keysFolder(DataFolder data) {
    return data.secrets().resolve("agency-keys");
  }

  /** What the hub's owner wants otherwise, such as another address to listen on. */
  private static Map<String, String> own(DataFolder data) throws IOException {
    Path file = data.root().resolve("sftp.properties");
    Map<String, String> values = new TreeMap<>();
    if (Files.exists(file)) {
      Properties wanted = OwnerOnly.read(file);
      for (String name : wanted.stringPropertyNames()) {
        if (name.startsWith(PREFIX)) {
          values.put(name, wanted.getProperty(name));
        }
      }
    }
    return values;
  }
}
