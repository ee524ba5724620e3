package org.safeguardinghub.connectors.drop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.connectors.form.Marks;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The drop folder of one feed. Names of files may name a child, so no log line has one. */
public final class FeedFolder {
  private static final Logger LOG = LoggerFactory.getLogger(FeedFolder.class);

  /** Stands for a name that is not taken over. No sound name begins so. */
  private static final String UNSOUND = "refused-name";

  private static final Pattern SOUND = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 _.()-]{0,119}");

  /** Programs that transfer files write under these until a file is whole. */
  private static final Set<String> UNDER_WAY = Set.of(".part", ".filepart", ".tmp");

  /** An empty file is most likely one that is about to be written. */
  private static final Duration EMPTY_RESTS = Duration.ofSeconds(5);

  private final Feed feed;
  private final List<String> endings;
  private final Folders folders;
  private final FileRun runs;
  private final Lists lists;
  private final Stop stop;
  private final InstantSource realTime;
  private Map<Path, Look> before = new HashMap<>();
  private int others;
  private boolean anotherFile = true;
  private @Nullable FileTake underWay;

  /** A file as one look found it. */
  private record Look(long size, FileTime modified, @Nullable Object key) {}

  FeedFolder(
      Feed feed,
      List<String> endings,
      Folders folders,
      FileRun runs,
      Lists lists,
      Stop stop,
      InstantSource realTime) {
    this.feed = feed;
    this.endings = List.copyOf(endings);
    this.folders = folders;
    this.runs = runs;
    this.lists = lists;
    this.stop = stop;
    this.realTime = realTime;
  }

  /**
   * The folder of one feed under {@code drop}, which is made if it is not there, for a caller that
   * looks by itself.
   */
  public static FeedFolder of(Path drop, Feed feed, DropSettings settings, Door door)
      throws IOException {
    Stop stop = new Stop();
    Folders folders = Folders.create(drop, feed.name());
    return new FeedFolder(
        feed,
        settings.endings(),
        folders,
        new FileRun(settings, door, stop, FileRun.SLICE),
        new Lists(settings.forms(), folders),
        stop,
        InstantSource.system());
  }

  /**
   * One look: what is in work is brought to its end, then files that have come to rest are taken
   * one by one. A file that is read in pieces has one slice of it.
   */
  public void look() throws IOException {
    for (Path file : files(folders.work())) {
      work(file);
      if (more()) {
        return;
      }
    }
    Map<Path, Look> now = new HashMap<>();
    for (Path file : files(folders.in())) {
      if (stop.stopped() || more()) {
        return;
      }
      try {
        Look look = look(file);
        now.put(file, look);
        consider(file, look);
      } catch (NoSuchFileException e) {
        LOG.debug("feed {}: a file went away again", feed.name());
      }
    }
    before = now;
    if (anotherFile) {
      lists.again();
      anotherFile = false;
    }
  }

  /** Whether a file is under way, so that the next look need not wait. */
  public boolean more() {
    return underWay != null;
  }

  private void consider(Path file, Look look) throws IOException {
    boolean link = Files.isSymbolicLink(file);
    if (!link && (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !atRest(file, look))) {
      return;
    }
    String name = file.getFileName().toString();
    work(folders.take(file, sound(name) ? name : UNSOUND + ending(name)));
  }

  private boolean atRest(Path file, Look look) {
    return look.equals(before.get(file))
        && (look.size() > 0
            || look.modified().toInstant().plus(EMPTY_RESTS).isBefore(realTime.instant()));
  }

  private void work(Path file) throws IOException {
    if (stop.stopped()) {
      return;
    }
    if (folders.halfFinished(file) || through(file)) {
      folders.finish(file);
      anotherFile = true;
    }
  }

  private boolean through(Path file) throws IOException {
    Path results = folders.resultsOf(file);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return refused(results, link(file), "NOT_A_FILE", "drop the file itself, not a link to it");
    }
    if (file.getFileName().toString().startsWith(UNSOUND)) {
      return refused(
          results,
          content(file),
          "FILE_NAME",
          "name the file with letters, digits, spaces and _ . ( ) - only, at most 120 characters, and drop it again");
    }
    return taken(file, results);
  }

  private boolean taken(Path file, Path results) throws IOException {
    FileTake take = underWay == null ? runs.open(feed, file, results, lists) : underWay;
    underWay = null;
    FileTake.Progress progress = FileTake.Progress.STOPPED;
    try {
      progress = take.go();
    } finally {
      if (progress == FileTake.Progress.MORE) {
        underWay = take;
      } else {
        take.close();
      }
    }
    return progress == FileTake.Progress.DONE;
  }

  private boolean refused(Path file, byte[] mark, String reason, String whatToDo)
      throws IOException {
    try (ResultsFile results = ResultsFile.open(file)) {
      return runs.refused(feed, results, mark, reason, whatToDo);
    }
  }

  /** Known by where it points to: what stands there is not read. */
  private static byte[] link(Path file) throws IOException {
    Path known = Files.isSymbolicLink(file) ? Files.readSymbolicLink(file) : file.getFileName();
    return Marks.of(List.of(known.toString()));
  }

  private static byte[] content(Path file) throws IOException {
    try (FileContent content = FileContent.open(file)) {
      return Marks.of(content);
    }
  }

  /**
   * The files of a folder that are taken, the oldest first. Files under way have other endings or
   * begin with a dot.
   */
  private List<Path> files(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      List<Path> all = list.filter(file -> !file.getFileName().toString().startsWith(".")).toList();
      if (folder.equals(folders.in())) {
        sayOthers(all);
      }
      return all.stream()
          .filter(this::taken)
          .filter(file -> folder.equals(folders.in()) || !file.toString().endsWith(Folders.RESULTS))
          .sorted(byAge())
          .toList();
    }
  }

  private void sayOthers(List<Path> all) {
    int count = (int) all.stream().filter(file -> !taken(file) && !underWay(file)).count();
    if (count > others) {
      LOG.warn(
          "feed {}: {} files in the folder do not end in {} and are left alone",
          feed.name(),
          count,
          String.join(" or ", endings));
    }
    others = count;
  }

  private boolean taken(Path file) {
    return endings.contains(ending(file.getFileName().toString()));
  }

  /** From the last dot on, in lower case. */
  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
  }

  private static boolean underWay(Path file) {
    return underWay(file.getFileName().toString());
  }

  /** Whether a name is that of a file which its sender is still writing. */
  public static boolean underWay(String name) {
    return UNDER_WAY.contains(ending(name));
  }

  /** Whether a file may be taken over under this name. */
  public static boolean sound(String name) {
    return SOUND.matcher(name).matches()
        && !name.contains("..")
        && !name.startsWith(UNSOUND)
        && !name.toLowerCase(Locale.ROOT).endsWith(Folders.RESULTS);
  }

  private static Look look(Path file) throws IOException {
    BasicFileAttributes found =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return new Look(found.size(), found.lastModifiedTime(), found.fileKey());
  }

  /** Ages are read once each: they may change while the list is being sorted. */
  private static Comparator<Path> byAge() {
    Map<Path, FileTime> ages = new HashMap<>();
    return Comparator.<Path, FileTime>comparing(
            file -> ages.computeIfAbsent(file, FeedFolder::modified))
        .thenComparing(Comparator.naturalOrder());
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      return FileTime.fromMillis(0); // it went away again
    }
  }
}
