package org.safeguardinghub.console.people;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.safeguardinghub.kernel.event.Sensitive;

/**
 * How a person is told that an alert needs them: the first way that works, in this order.
 *
 * @param order each way once, at least one; each has what it needs (mail always has)
 * @param phone a number that takes text messages, in international form
 */
public record Ways(List<Way> order, Optional<String> phone, Optional<Webhook> webhook) {
  public static final Ways MAIL_ONLY =
      new Ways(List.of(Way.MAIL), Optional.empty(), Optional.empty());

  private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{7,14}");

  /** One way. */
  public enum Way {
    MAIL,
    TEXT,
    WEBHOOK;

    /** The word in a directory file. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Way> of(String word) {
      return List.of(values()).stream().filter(way -> way.word().equals(word)).findFirst();
    }
  }

  /**
   * A receiver of signed webhooks.
   *
   * @param url https, or http to this machine
   * @param secret {@code whsec_} and base64 of 24 to 64 bytes; only this receiver has it
   */
  public record Webhook(String url, Sensitive<String> secret) {
    private static final Pattern URL =
        Pattern.compile(
            "https://[^\\s@#]+|http://(localhost|127\\.0\\.0\\.1)(:[0-9]+)?(/[^\\s@#]*)?");
    private static final Pattern SECRET = Pattern.compile("whsec_[A-Za-z0-9+/]{32,86}={0,2}");

    boolean sound() {
      return URL.matcher(url).matches() && SECRET.matcher(secret.reveal()).matches();
    }
  }

  public Ways {
    order = List.copyOf(order);
  }

  /** What is wrong with it, as the file would say it. */
  List<String> faults() {
    return List.of(
            fault(order.isEmpty(), "'channels' must name at least one of mail, text and webhook"),
            fault(
                phone.filter(number -> !PHONE.matcher(number).matches()).isPresent(),
                "'phone' must be a number in international form, such as +447700900001"),
            fault(
                webhook.filter(receiver -> !receiver.sound()).isPresent(),
                "'webhook' needs an https address and a secret, whsec_ and base64 of 24 to 64 bytes"),
            fault(order.contains(Way.TEXT) && phone.isEmpty(), "the channel text needs a 'phone'"),
            fault(
                order.contains(Way.WEBHOOK) && webhook.isEmpty(),
                "the channel webhook needs a 'webhook'"))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> fault(boolean wrong, String words) {
    return wrong ? Optional.of(words) : Optional.empty();
  }

  /** The order in words of the file. */
  String words() {
    return order.stream().map(Way::word).collect(Collectors.joining(", "));
  }
}
