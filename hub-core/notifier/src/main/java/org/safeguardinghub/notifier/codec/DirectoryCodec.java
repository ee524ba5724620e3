package org.safeguardinghub.notifier.codec;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.kernel.subject.DirectoryKey;
import org.safeguardinghub.notifier.contact.Contact;
import org.safeguardinghub.notifier.contact.ContactBook;
import org.safeguardinghub.schemas.DirectoryEntryRecord;
import org.safeguardinghub.schemas.PersonRecord;

/** Entries of {@code directory.v1} about persons, into the contact book. */
public final class DirectoryCodec {
  private DirectoryCodec() {}

  /**
   * Takes one record over.
   *
   * @param entry null: the entry was removed
   */
  public static void apply(ContactBook book, String key, @Nullable DirectoryEntryRecord entry) {
    Optional<String> person = DirectoryKey.personOf(key);
    if (person.isEmpty()) {
      return;
    }
    if (entry == null) {
      book.remove(person.get());
    } else if (entry.getEntry() instanceof PersonRecord stored) {
      book.put(contact(stored));
    }
  }

  private static Contact contact(PersonRecord person) {
    return new Contact(
        person.getPersonId(),
        person.getEmail().map(SealedCodec::fromRecord),
        person.getWebhook().map(SealedCodec::fromRecord),
        person.getPhone().map(SealedCodec::fromRecord),
        person.getUntil());
  }
}
