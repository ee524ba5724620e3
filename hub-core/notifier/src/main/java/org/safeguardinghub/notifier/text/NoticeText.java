package org.safeguardinghub.notifier.text;

import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.safeguardinghub.notifier.delivery.Notification;
import org.safeguardinghub.notifier.delivery.Template;

/**
 * What a person is told: that something waits for them, where to sign in, until when. Never who or
 * what it is about.
 *
 * @param sentence the notice in one sentence
 * @param reference only if it looks like a reference: whatever else stands there is withheld, and
 *     the notice still goes out
 * @param due in words, United Kingdom time
 * @param answered whether what is due is an answer; else it is something to do
 */
public record NoticeText(
    String sentence,
    URI console,
    Optional<String> reference,
    Optional<String> due,
    boolean answered) {
  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final int FRAGMENT = 160;
  private static final Set<Template> TO_DO =
      Set.of(Template.ACTION_AGREED, Template.ACTION_OVERDUE);
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final DateTimeFormatter DUE =
      DateTimeFormatter.ofPattern("HH:mm 'on' EEEE d MMMM uuuu", Locale.UK).withZone(LONDON);

  public static NoticeText of(Notification notification, URI console) {
    return new NoticeText(
        sentence(notification.template()),
        console,
        Optional.of(notification.reference()).filter(r -> REFERENCE.matcher(r).matches()),
        notification.dueAt().map(DUE::format),
        !TO_DO.contains(notification.template()));
  }

  private static String sentence(Template template) {
    return switch (template) {
      case NEW_ALERT -> "You have an urgent alert on the Safeguarding Hub.";
      case STRENGTHENED -> "One of your alerts on the Safeguarding Hub has become more urgent.";
      case OVERDUE_TO_DEPUTY ->
          "An urgent alert on the Safeguarding Hub was not answered in time and is now yours.";
      case WITHDRAWN ->
          "An alert on the Safeguarding Hub that you know of has been withdrawn. Please confirm that you have read why.";
      case REROUTED -> "An urgent alert on the Safeguarding Hub has been passed to you.";
      case CORRECTED ->
          "An alert on the Safeguarding Hub that you know of has been corrected. Please confirm that you have read what changed.";
      case LOOK_AGAIN ->
          "An alert on the Safeguarding Hub that you put aside is to be looked at again.";
      case DISAGREEMENT ->
          "A disagreement about an alert on the Safeguarding Hub that you know of was opened, taken further or settled.";
      case HELD_BY_POLICY ->
          "A change of policy on the Safeguarding Hub found something urgent that waits for your release.";
      case ACTION_AGREED ->
          "Something was agreed that you are to do. It stands in your list on the Safeguarding Hub.";
      case ACTION_OVERDUE ->
          "Something that you are to do, as agreed, is overdue. It stands in your list on the Safeguarding Hub.";
      case COPY ->
          "There is something on the Safeguarding Hub for you to read. Somebody else answers for it.";
      case GLASS_BROKEN ->
          "Somebody has read an alert on the Safeguarding Hub that was not in their hands, and gave a reason.";
    };
  }

  /** The mail's subject line: the same for every notice, because it shows on locked screens. */
  public String subject() {
    return "Safeguarding Hub: a notice for you";
  }

  /**
   * A text message of one fragment: 160 characters that every phone's alphabet has. It shows on
   * locked screens, so it is the same for every notice but for reference and due time; what does
   * not fit is left out, the address first.
   */
  public String shortMessage() {
    StringBuilder text = new StringBuilder("Safeguarding Hub: a notice waits for you.");
    addIfItFits(text, reference.map(" Ref %s."::formatted));
    addIfItFits(text, due.filter(_ -> answered).map(" Answer by %s."::formatted));
    addIfItFits(text, Optional.of(" Sign in: " + console));
    return text.toString();
  }

  private static void addIfItFits(StringBuilder text, Optional<String> more) {
    more.filter(words -> text.length() + words.length() <= FRAGMENT)
        .filter(words -> words.matches("[A-Za-z0-9 .:/_?=&%-]*"))
        .ifPresent(text::append);
  }

  /** The mail's text. */
  public String mail() {
    StringBuilder text = new StringBuilder(512);
    text.append(sentence).append("\n\n");
    text.append("Sign in to see it: ").append(console).append('\n');
    reference.ifPresent(r -> text.append("Reference: ").append(r).append('\n'));
    String by = answered ? "Answer due by " : "To be done by ";
    due.ifPresent(d -> text.append(by).append(d).append('\n'));
    text.append(
        """

        This notice leaves out all details on purpose. Please do not reply to it: nobody reads the replies.

        This is not an emergency service. If someone is in immediate danger, call 999.
        """);
    return text.toString();
  }
}
