package org.safeguardinghub.connectors.drop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safeguardinghub.connectors.form.Content;
import org.safeguardinghub.connectors.form.Form;
import org.safeguardinghub.connectors.form.Joining;
import org.safeguardinghub.connectors.form.Received;
import org.safeguardinghub.kernel.files.OwnerOnlyFile;

/**
 * The files of a return that belong together. The newest of each list that others are joined with
 * is kept, and the newest of each of these others with a note of what it was joined with. So the
 * order in which they come makes no difference: a list that comes later, or another one, has the
 * others read again, and what of them is the same is known by its record ids.
 */
final class Lists {
  private static final String NONE = "none";
  private static final String NOTE = ".with";

  /** Only rows under headings are joined. */
  private static final String AGAIN = " again.csv";

  private final List<Form> forms;
  private final Set<String> joined;
  private final Folders folders;

  Lists(List<Form> forms, Folders folders) {
    this.forms = List.copyOf(forms);
    this.folders = folders;
    this.joined =
        joining().stream().flatMap(form -> form.joins().stream()).collect(Collectors.toSet());
  }

  /**
   * A form as it is to read a file now.
   *
   * @param form with what lies beside it
   * @param with digest of the list that it is joined with, or a word for none
   */
  record Ready(Form form, String with) {}

  /** Joins a form with its list, if that has come. */
  Ready ready(Form form) throws IOException {
    Optional<Form> list = form instanceof Joining joining ? listOf(joining) : Optional.empty();
    if (list.isEmpty() || !there(kept(list.get().name()))) {
      return new Ready(form, NONE);
    }
    byte[] bytes = Files.readAllBytes(kept(list.get().name()));
    return new Ready(((Joining) form).with(list.get(), Received.of("", bytes)), digest(bytes));
  }

  /** Whether other forms are joined with it: then all of it is in memory while they are read. */
  boolean beside(Form form) {
    return joined.contains(form.name());
  }

  /** Keeps a file that was read, where others are joined with it or it with others. */
  void keep(Form form, String with, Content content) throws IOException {
    boolean joins = form instanceof Joining joining && joining.joins().isPresent();
    if (joins || beside(form)) {
      copy(content.stream(), kept(form.name()));
    }
    if (joins) {
      copy(new ByteArrayInputStream(with.getBytes(UTF_8)), note(form.name()));
    }
  }

  /**
   * Puts a file before its connector once more if its list is another one than it was read with.
   */
  void again() throws IOException {
    for (Joining form : joining()) {
      Optional<Form> list = listOf(form);
      Path file = kept(form.name());
      if (list.isEmpty() || !there(kept(list.get().name())) || !there(file)) {
        continue;
      }
      String now = digest(Files.readAllBytes(kept(list.get().name())));
      String name = form.name() + AGAIN;
      boolean waits = there(folders.in().resolve(name)) || there(folders.work().resolve(name));
      if (!waits && !now.equals(with(form.name()))) {
        copy(Files.newInputStream(file), folders.in().resolve(name));
      }
    }
  }

  private List<Joining> joining() {
    return forms.stream()
        .filter(Joining.class::isInstance)
        .map(Joining.class::cast)
        .filter(form -> form.joins().isPresent())
        .toList();
  }

  private Optional<Form> listOf(Joining form) {
    return form.joins()
        .flatMap(name -> forms.stream().filter(one -> one.name().equals(name)).findFirst());
  }

  private String with(String form) throws IOException {
    return there(note(form)) ? Files.readString(note(form)) : NONE;
  }

  private Path kept(String form) {
    return folders.lists().resolve(form);
  }

  private Path note(String form) {
    return folders.lists().resolve(form + NOTE);
  }

  private static void copy(InputStream from, Path file) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()), Folders.OWNER_FOLDER);
    try (from) {
      OwnerOnlyFile.write(file, from);
    }
  }

  private static boolean there(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime lacks SHA-256", e);
    }
  }
}
