package org.safeguardinghub.deploy.local.apps;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.OwnerOnly;
import org.safeguardinghub.deploy.local.folder.StartRefused;
import org.safeguardinghub.kernel.catalogue.OriginFamily;

/**
 * The feeds of one hub: those that it is shipped with, and those that somebody has added, which
 * stand in a file of its data folder and hold from the next start on.
 */
public final class OwnFeeds {
  private static final String FILE = "feeds.json";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{2,59}");
  private static final int MOST_HOURS = 24 * 366;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  /**
   * Of a hub.
   *
   * @param data its data folder, which need not be there yet
   */
  public OwnFeeds(Path data) {
    this.file = data.resolve(FILE);
  }

  /** Every feed, the shipped ones first. A file that cannot be read refuses the start. */
  public List<Feed> all() {
    return Stream.concat(Feed.FABLEWICK.stream(), added().stream()).toList();
  }

  /** Those that somebody has added. */
  public List<Feed> added() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      List<Feed> feeds = JSON.readValue(file.toFile(), new TypeReference<List<Feed>>() {});
      for (Feed feed : feeds) {
        fault(feed)
            .ifPresent(
                why -> {
                  throw refusal(feed.name() + ": " + why);
                });
      }
      return List.copyOf(feeds);
    } catch (IOException e) {
      throw refusal("it is no list of feeds");
    }
  }

  private StartRefused refusal(String why) {
    return new StartRefused(
        ExitCode.DATA, "%s: %s; put it right, or move it away".formatted(file, why));
  }

  /** Why there cannot be such a feed, if so. */
  public static Optional<String> fault(Feed feed) {
    if (!NAME.matcher(feed.name()).matches()) {
      return Optional.of(
          "a feed's name is 3 to 60 small letters, digits and hyphens, and begins with a letter");
    }
    if (feed.title().isBlank()) {
      return Optional.of("it needs the name that people call the agency by");
    }
    if (!families().contains(feed.family())) {
      return Optional.of(
          "there is no family %s: there are %s".formatted(feed.family(), families()));
    }
    return feed.silentAfterHours() < 1 || feed.silentAfterHours() > MOST_HOURS
        ? Optional.of("it is silent after 1 to %d hours".formatted(MOST_HOURS))
        : Optional.empty();
  }

  /** Codes of the families that an agency may be of. */
  public static List<String> families() {
    return Arrays.stream(OriginFamily.values())
        .filter(family -> family != OriginFamily.PUB && family != OriginFamily.NONE)
        .map(OriginFamily::name)
        .toList();
  }

  /** Adds a feed without a fault; false if there is one of that name. */
  public boolean add(Feed feed) {
    if (all().stream().anyMatch(one -> one.name().equals(feed.name()))) {
      return false;
    }
    List<Feed> more = new ArrayList<>(added());
    more.add(feed);
    write(more);
    return true;
  }

  /** Takes an added one away; false if none of that name was added. */
  public boolean remove(String name) {
    List<Feed> before = added();
    List<Feed> left = before.stream().filter(one -> !one.name().equals(name)).toList();
    if (left.size() == before.size()) {
      return false;
    }
    write(left);
    return true;
  }

  private void write(List<Feed> feeds) {
    try {
      OwnerOnly.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(feeds) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
