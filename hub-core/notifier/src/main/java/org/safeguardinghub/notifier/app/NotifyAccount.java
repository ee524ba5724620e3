package org.safeguardinghub.notifier.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.runtime.AppSettings;
import org.safeguardinghub.kernel.runtime.AppSettings.SettingsFault;
import org.safeguardinghub.notifier.notify.NotifySettings;

/** The settings {@code notify.*}: none of them, or a key and at least one template. */
final class NotifyAccount {
  private static final String URL = "https://api.notifications.service.gov.uk";
  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final Pattern TEMPLATE = Pattern.compile(UUID);
  private static final Pattern KEY = Pattern.compile("[^\\s]*" + UUID + "-" + UUID);
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private NotifyAccount() {}

  static Optional<NotifySettings> of(AppSettings settings) {
    Optional<String> text = template(settings, "notify.text.template");
    Optional<String> email = template(settings, "notify.email.template");
    boolean wanted = text.isPresent() || email.isPresent();
    if (wanted != settings.optional("notify.key.file").isPresent()) {
      throw new SettingsFault(
          "notify.key.file goes with notify.text.template, notify.email.template or both");
    }
    return wanted
        ? Optional.of(new NotifySettings(url(settings), key(settings), text, email))
        : Optional.empty();
  }

  private static Optional<String> template(AppSettings settings, String name) {
    Optional<String> id = settings.optional(name);
    if (id.filter(text -> !TEMPLATE.matcher(text).matches()).isPresent()) {
      throw new SettingsFault("the setting " + name + " is not the id of a template");
    }
    return id;
  }

  private static Sensitive<String> key(AppSettings settings) {
    String key;
    try {
      key = Files.readString(settings.path("notify.key.file")).strip();
    } catch (IOException _) {
      throw new SettingsFault("the file that notify.key.file names cannot be read");
    }
    if (!KEY.matcher(key).matches()) {
      throw new SettingsFault("the file that notify.key.file names holds no API key of Notify");
    }
    return Sensitive.of(key);
  }

  private static URI url(AppSettings settings) {
    try {
      URI url = URI.create(settings.text("notify.url", URL));
      if ("https".equals(url.getScheme())
          || ("http".equals(url.getScheme()) && THIS_MACHINE.contains(url.getHost()))) {
        return url;
      }
    } catch (IllegalArgumentException _) {
      // Said below.
    }
    throw new SettingsFault("the setting notify.url needs https, or http to this machine");
  }
}
