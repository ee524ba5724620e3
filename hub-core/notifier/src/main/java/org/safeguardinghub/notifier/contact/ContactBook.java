package org.safeguardinghub.notifier.contact;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.sealing.CannotOpenException;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.sealing.Sealed;
import org.safeguardinghub.notifier.delivery.Answer;

/** The lead directory's contact points, in memory and sealed until the moment of sending. */
public final class ContactBook {
  private final Map<String, Contact> contacts = new ConcurrentHashMap<>();
  private final HubKeys keys;
  private final InstantSource clock;

  public ContactBook(HubKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  public void put(Contact contact) {
    contacts.put(contact.personId(), contact);
  }

  public void remove(String personId) {
    contacts.remove(personId);
  }

  public Reach<Sensitive<String>> email(String personId) {
    return reach(personId, Contact::email, Optional::of);
  }

  public Reach<WebhookReceiver> webhook(String personId) {
    return reach(personId, Contact::webhook, WebhookReceiver::parse);
  }

  /** A telephone number that takes text messages. */
  public Reach<Sensitive<String>> phone(String personId) {
    return reach(personId, Contact::phone, Optional::of);
  }

  private <T> Reach<T> reach(
      String personId,
      Function<Contact, Optional<Sealed>> channel,
      Function<Sensitive<String>, Optional<T>> parse) {
    Contact contact = contacts.get(personId);
    if (contact == null) {
      // The instruction may have overtaken the directory's entry: that heals by itself.
      return new Reach.Nowhere<>(new Answer.TryAgain("person-unknown"));
    }
    // The start is not checked: whoever routed the alert knew this entry already.
    if (contact.until().filter(end -> !clock.instant().isBefore(end)).isPresent()) {
      return refused("person-has-left");
    }
    Optional<Sealed> sealed = channel.apply(contact);
    if (sealed.isEmpty()) {
      return refused("no-contact");
    }
    try {
      Sensitive<String> clear = Sensitive.of(keys.openText(sealed.get()));
      Optional<T> point = parse.apply(clear);
      return point.isPresent() ? new Reach.At<>(point.get()) : refused("contact-unusable");
    } catch (CannotOpenException _) {
      return refused("contact-sealed");
    }
  }

  private static <T> Reach<T> refused(String code) {
    return new Reach.Nowhere<>(new Answer.Refused(code));
  }
}
