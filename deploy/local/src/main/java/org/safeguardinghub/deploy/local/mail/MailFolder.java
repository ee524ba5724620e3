package org.safeguardinghub.deploy.local.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import org.safeguardinghub.deploy.local.folder.OwnerOnly;

/**
 * Keeps every received mail as a file before the sender is told that it was accepted, and gives
 * them back at a start.
 */
final class MailFolder {
  private final Path folder;
  private final GreenMail server;
  private final String password;
  private final AtomicLong last = new AtomicLong();

  MailFolder(Path folder, GreenMail server, String password) {
    this.folder = folder;
    this.server = server;
    this.password = password;
  }

  /** Reads the mails of earlier runs, oldest first. */
  void restore() throws IOException {
    try {
      for (Path mailbox : KeptMails.mailboxes(folder)) {
        String address =
            URLDecoder.decode(mailbox.getFileName().toString(), StandardCharsets.UTF_8);
        GreenMailUser user = mailbox(address);
        for (Path file : KeptMails.mails(mailbox)) {
          last.accumulateAndGet(number(file), Math::max);
          user.deliver(KeptMails.read(file));
        }
      }
    } catch (UserException e) {
      throw new IOException("a kept mail cannot be delivered again", e);
    }
  }

  void keepWhatArrives() {
    server.getUserManager().setMessageDeliveryHandler(this::receive);
  }

  private GreenMailUser receive(MovingMessage message, MailAddress to)
      throws MessagingException, UserException {
    try {
      Path mailbox = folder.resolve(folderName(to.getEmail()));
      OwnerOnly.folder(mailbox);
      Path file = mailbox.resolve("%09d%s".formatted(last.incrementAndGet(), KeptMails.SUFFIX));
      Path part = mailbox.resolve(file.getFileName() + ".part");
      OwnerOnly.write(part, "");
      try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
        message.getMessage().writeTo(Channels.newOutputStream(out));
        // Accepted means kept, also through a power cut.
        out.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new MessagingException("the mail could not be kept", e);
    }
    return mailbox(to.getEmail());
  }

  private GreenMailUser mailbox(String address) throws UserException {
    synchronized (this) {
      GreenMailUser user = server.getUserManager().getUserByEmail(address);
      return user != null ? user : server.getUserManager().createUser(address, address, password);
    }
  }

  /**
   * The address itself where it is harmless; an address of dots alone cannot lead out of the
   * folder.
   */
  private static String folderName(String address) {
    String encoded = URLEncoder.encode(address, StandardCharsets.UTF_8).replace("%40", "@");
    return encoded.startsWith(".") ? "%2E" + encoded.substring(1) : encoded;
  }

  private static long number(Path file) {
    String name = file.getFileName().toString();
    String digits = name.substring(0, name.length() - KeptMails.SUFFIX.length());
    return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
  }
}
