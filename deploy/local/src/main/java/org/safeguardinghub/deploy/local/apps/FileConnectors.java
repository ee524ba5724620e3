package org.safeguardinghub.deploy.local.apps;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.safeguardinghub.connectors.sftp.AgencyKeys;
import org.safeguardinghub.deploy.local.folder.DataFolder;

/** Which connector takes the files of which feed. */
public final class FileConnectors {
  private static final String SCHOOLS = "education";

  private FileConnectors() {}

  /** The connector of a feed's files, whether it is started or not. */
  public static String of(Feed feed) {
    return switch (feed.family()) {
      case "EDU" -> SCHOOLS;
      case "HLT" -> "health";
      case "POL" -> "police";
      case "CSC", "EH" -> "social-care";
      default -> "agency";
    };
  }

  /**
   * Where files are put in a hub: a name and a place for each connector that takes some, and what
   * comes by SFTP and is taken by none.
   *
   * @param apps that are started
   */
  public static Map<String, String> places(
      DataFolder data, List<Feed> feeds, Collection<String> apps) throws IOException {
    Map<String, String> places = new LinkedHashMap<>();
    for (String connector : feeds.stream().map(FileConnectors::of).distinct().toList()) {
      if (apps.contains(connector)) {
        String name = connector.equals(SCHOOLS) ? "files in" : connector + " in";
        places.put(name, data.app(connector).resolve("drop/<feed>/in").toString());
      }
    }
    if (apps.contains(SftpProcess.NAME)) {
      List<Feed> left = left(SftpProcess.keys(data), feeds, apps);
      if (!left.isEmpty()) {
        places.put("not taken", words(left, apps));
      }
    }
    return places;
  }

  /** Feeds that may put files into folders at which nobody looks. */
  private static List<Feed> left(AgencyKeys keys, List<Feed> feeds, Collection<String> apps)
      throws IOException {
    List<Feed> left = new java.util.ArrayList<>();
    for (Feed feed : feeds) {
      if (!apps.contains(of(feed)) && !keys.of(feed.name()).isEmpty()) {
        left.add(feed);
      }
    }
    return left;
  }

  private static String words(List<Feed> left, Collection<String> apps) {
    // What is named takes the place of what was named before, so all of it is.
    TreeSet<String> all = new TreeSet<>(left.stream().map(FileConnectors::of).toList());
    apps.stream().filter(AppSpec.OPTIONAL::contains).forEach(all::add);
    return "files by SFTP of %s lie there until the hub is started with --connectors %s"
        .formatted(
            String.join(", ", left.stream().map(Feed::name).toList()), String.join(",", all));
  }
}
