package org.safeguardinghub.connectors.sftp;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.safeguardinghub.connectors.drop.FeedFolder;
import org.safeguardinghub.connectors.drop.Takes;

/**
 * What an agency may do in its own folders: write files under a name for files under way, and hand
 * each over by renaming it. What it handed over it can neither change nor take back. No link is
 * followed, since it can make none.
 */
final class AgencyFolder {
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");
  private static final String UNDER_WAY =
      "write the file as NAME.part into in, and rename it to its name when it is whole";

  private final Path own;
  private final Limits limits;
  private final Map<String, PartChannel> writing = new HashMap<>();

  /**
   * @param own the agency's folder, with {@code in}, {@code work} and {@code done} in it
   */
  AgencyFolder(Path own, Limits limits) {
    this.own = own;
    this.limits = limits;
  }

  /** Whether this place may be looked at. */
  static void see(Place place) throws NoSuchFileException {
    if (place instanceof Place.Elsewhere) {
      throw new NoSuchFileException("elsewhere");
    }
  }

  /** Whether what is in this place may be listed. */
  static void list(Place place) throws IOException {
    switch (place) {
      case Place.Top _, Place.Folder _ -> {}
      case Place.Entry _, Place.Note _ -> throw new Refused("this is no folder");
      case Place.Elsewhere _ -> throw new NoSuchFileException("elsewhere");
    }
  }

  /** Opens a file for reading: one that lies in {@code in}, a finished one, or its results. */
  SeekableByteChannel read(Place place) throws IOException {
    return switch (place) {
      case Place.Note _ -> opened(own.resolve(Takes.NAME));
      case Place.Entry(Place.Box box, String name) when box != Place.Box.WORK ->
          opened(own.resolve(box.folder()).resolve(name));
      case Place.Entry _, Place.Folder _, Place.Top _ ->
          throw new Refused("only files in in and done can be read");
      case Place.Elsewhere _ -> throw new NoSuchFileException("elsewhere");
    };
  }

  /** Opens a file under way for writing; whoever wrote it on another connection is cut off. */
  synchronized SeekableByteChannel write(
      Place place, Set<? extends OpenOption> options, Object writer) throws IOException {
    String name = underWay(place);
    Path part = own.resolve(Place.Box.IN.folder()).resolve(name);
    if (!Files.exists(part, LinkOption.NOFOLLOW_LINKS)) {
      another();
    }
    PartChannel before = writing.get(name);
    if (before != null && !before.writer().equals(writer)) {
      before.cutOff();
    }
    Set<OpenOption> how = new HashSet<>(options);
    how.retainAll(Set.of(READ, WRITE, CREATE, CREATE_NEW, TRUNCATE_EXISTING, APPEND));
    how.add(LinkOption.NOFOLLOW_LINKS);
    PartChannel channel =
        new PartChannel(
            Files.newByteChannel(part, how, PosixFilePermissions.asFileAttribute(OWNER)),
            writer,
            Math.min(largest(name), room(name)));
    writing.put(name, channel);
    return channel;
  }

  /**
   * Hands a file over: it is on the disk under its own name when this returns, and its connector
   * takes it.
   */
  synchronized void handOver(Place from, Place to) throws IOException {
    String part = underWay(from);
    String name = handedOver(to);
    Path in = own.resolve(Place.Box.IN.folder());
    PartChannel writer = writing.remove(part);
    if (writer != null) {
      writer.cutOff();
    }
    try (FileChannel file = FileChannel.open(in.resolve(part), WRITE, LinkOption.NOFOLLOW_LINKS)) {
      PartChannel.check(file.size(), Takes.read(own).largest(name));
      file.force(true);
    }
    // Nobody else makes names here, and this is done by one at a time: nothing is overwritten.
    if (Files.exists(in.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException("name");
    }
    Files.move(in.resolve(part), in.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel folder = FileChannel.open(in, READ)) {
      folder.force(true);
    }
  }

  /** Gives up a file under way. */
  synchronized void remove(Place place) throws IOException {
    String name = underWay(place);
    PartChannel writer = writing.remove(name);
    if (writer != null) {
      writer.cutOff();
    }
    Files.delete(own.resolve(Place.Box.IN.folder()).resolve(name));
  }

  private void another() throws IOException {
    try (Stream<Path> files = Files.list(own.resolve(Place.Box.IN.folder()))) {
      if (files.count() >= limits.files()) {
        throw new Refused(
            "%d files wait already: send more once some were taken, or remove what is under way"
                .formatted(limits.files()));
      }
    }
  }

  /** What the ending before that of files under way allows; it may also come with the last name. */
  private long largest(String part) throws IOException {
    Takes takes = Takes.read(own);
    String name = part.substring(0, part.lastIndexOf('.'));
    return name.contains(".") ? takes.largest(name) : takes.largest();
  }

  /** What the other files leave of the room for all: a full disk would stop every agency. */
  private long room(String name) throws IOException {
    long others = 0;
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(own.resolve(Place.Box.IN.folder()))) {
      for (Path file : files) {
        if (!String.valueOf(file.getFileName()).equals(name)) {
          others += size(file);
        }
      }
    }
    return Math.max(0, limits.room() - others);
  }

  private static long size(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException taken) {
      return 0;
    }
  }

  private static SeekableByteChannel opened(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new NoSuchFileException("file");
    }
    return Files.newByteChannel(file, Set.of(READ, LinkOption.NOFOLLOW_LINKS));
  }

  private static String underWay(Place place) throws Refused {
    if (place instanceof Place.Entry(Place.Box box, String name)
        && box == Place.Box.IN
        && FeedFolder.underWay(name)
        && FeedFolder.sound(name)) {
      return name;
    }
    throw new Refused(UNDER_WAY);
  }

  private String handedOver(Place place) throws IOException {
    if (!(place instanceof Place.Entry(Place.Box box, String name))
        || box != Place.Box.IN
        || FeedFolder.underWay(name)) {
      throw new Refused(UNDER_WAY);
    }
    if (!FeedFolder.sound(name)) {
      throw new Refused(
          "name the file with letters, digits, spaces and _ . ( ) - only, at most 120 characters");
    }
    Takes takes = Takes.read(own);
    String lower = name.toLowerCase(Locale.ROOT);
    if (!takes.endings().isEmpty() && takes.endings().stream().noneMatch(lower::endsWith)) {
      throw new Refused(
          "files that end in %s are taken here".formatted(String.join(" or ", takes.endings())));
    }
    return name;
  }
}
