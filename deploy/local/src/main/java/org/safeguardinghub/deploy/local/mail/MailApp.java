package org.safeguardinghub.deploy.local.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Path;
import org.safeguardinghub.deploy.local.folder.OwnerOnly;
import org.safeguardinghub.kernel.runtime.AppSettings;
import org.safeguardinghub.kernel.runtime.ReadyFile;

/** The local mail server's process. */
public final class MailApp {
  private MailApp() {}

  public static void main(String[] args) throws Exception {
    AppSettings settings = AppSettings.fromArguments(args);
    GreenMail server = start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop-mail"));
    ReadyFile.write(settings, "imap://127.0.0.1:" + settings.text("imap.port"));
    Thread.currentThread().join();
  }

  /** Starts the server with the mails that an earlier run received. */
  static GreenMail start(AppSettings settings) throws IOException {
    Path mails = settings.path("hub.data").resolve("mailbox");
    OwnerOnly.folder(mails);
    GreenMail server =
        new GreenMail(
            new ServerSetup[] {
              loopback(settings.number("smtp.port", 0), ServerSetup.PROTOCOL_SMTP),
              loopback(settings.number("imap.port", 0), ServerSetup.PROTOCOL_IMAP)
            });
    MailFolder folder = new MailFolder(mails, server, settings.text("mailbox.password"));
    // Before the first connection: a mail in between would be accepted and not kept.
    folder.keepWhatArrives();
    folder.restore();
    server.start();
    return server;
  }

  private static ServerSetup loopback(int port, String protocol) {
    ServerSetup setup = new ServerSetup(port, "127.0.0.1", protocol);
    setup.setServerStartupTimeout(10_000);
    return setup;
  }
}
