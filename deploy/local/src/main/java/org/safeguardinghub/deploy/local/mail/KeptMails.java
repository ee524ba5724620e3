package org.safeguardinghub.deploy.local.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The mails that the local mail server keeps: one folder per mailbox, one file per mail. */
public final class KeptMails {
  static final String SUFFIX = ".eml";

  private KeptMails() {}

  /** The mailboxes that have received something. */
  static List<Path> mailboxes(Path folder) throws IOException {
    try (Stream<Path> mailboxes = Files.list(folder)) {
      return mailboxes.filter(Files::isDirectory).toList();
    }
  }

  /** The mails of one mailbox, oldest first. */
  static List<Path> mails(Path mailbox) throws IOException {
    try (Stream<Path> files = Files.list(mailbox)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    }
  }

  static MimeMessage read(Path mail) throws IOException {
    try (InputStream in = Files.newInputStream(mail)) {
      return new MimeMessage(Session.getInstance(new Properties()), in);
    } catch (MessagingException e) {
      throw new IOException("the kept mail " + mail + " cannot be read again", e);
    }
  }

  /** The Message-ID of every mail; one that stands twice is of a mail that was sent twice. */
  public static List<String> messageIds(Path folder) {
    try {
      return mailboxes(folder).stream().flatMap(KeptMails::idsIn).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> idsIn(Path mailbox) {
    try {
      Stream.Builder<String> ids = Stream.builder();
      for (Path mail : mails(mailbox)) {
        ids.add(read(mail).getMessageID());
      }
      return ids.build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
