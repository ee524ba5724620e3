package org.safeguardinghub.deploy.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.kernel.runtime.AppSettings;

final class MailAppTest {
  private static final String LEAD = "lead@tumbledown.example";
  private static final String OTHER = "desk+night@fablewick.example";
  private static final String PASSWORD = "not-a-real-one";

  @TempDir private Path folder;

  @Test
  void aMailIsAFileForItsOwnerAndSurvivesARestart() throws Exception {
    GreenMail first = MailApp.start(settings());
    try {
      send(first, LEAD, "first");
      send(first, OTHER, "second");
    } finally {
      first.stop();
    }
    assertThat(files())
        .containsExactlyInAnyOrder(
            "mailbox/" + LEAD + "/000000001.eml",
            "mailbox/desk%2Bnight@fablewick.example/000000002.eml");
    assertThat(permissions("mailbox/" + LEAD)).isEqualTo("rwx------");
    assertThat(permissions("mailbox/" + LEAD + "/000000001.eml")).isEqualTo("rw-------");

    GreenMail second = MailApp.start(settings());
    try {
      send(second, LEAD, "third");
      assertThat(subjects(second, LEAD)).containsExactly("first", "third");
      assertThat(subjects(second, OTHER)).containsExactly("second");
    } finally {
      second.stop();
    }
    assertThat(files()).contains("mailbox/" + LEAD + "/000000003.eml").hasSize(3);
  }

  private AppSettings settings() throws IOException {
    Path file = folder.resolve("mail.properties");
    Files.writeString(file, "hub.data=%s%nmailbox.password=%s%n".formatted(folder, PASSWORD));
    return AppSettings.load(file);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("mailbox"))) {
      return all.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString()).toList();
    }
  }

  private String permissions(String path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(path)));
  }

  private static void send(GreenMail server, String to, String subject) throws MessagingException {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", Integer.toString(server.getSmtp().getPort()));
    MimeMessage mail = new MimeMessage(Session.getInstance(properties));
    mail.setFrom("hub@safeguardinghub.example");
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
    mail.setSubject(subject);
    mail.setText("A notice.");
    Transport.send(mail);
  }

  private static List<String> subjects(GreenMail server, String address) throws MessagingException {
    Session session = Session.getInstance(new Properties());
    try (Store store = session.getStore("imap")) {
      store.connect("127.0.0.1", server.getImap().getPort(), address, PASSWORD);
      try (Folder inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_ONLY);
        List<String> subjects = new ArrayList<>();
        for (Message mail : inbox.getMessages()) {
          subjects.add(mail.getSubject());
        }
        return subjects;
      }
    }
  }
}
