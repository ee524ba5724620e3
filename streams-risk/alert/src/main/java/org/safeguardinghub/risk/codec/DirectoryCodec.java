package org.safeguardinghub.risk.codec;

import java.util.ArrayList;
import java.util.List;
import org.safeguardinghub.risk.alert.Channel;
import org.safeguardinghub.risk.alert.Contact;
import org.safeguardinghub.risk.alert.Directory;
import org.safeguardinghub.risk.alert.RoleHolder;
import org.safeguardinghub.schemas.DirectoryEntryRecord;
import org.safeguardinghub.schemas.PersonRecord;
import org.safeguardinghub.schemas.RoleHolderRecord;

/** Reads the lead directory: who holds which role. Names and addresses stay sealed. */
public final class DirectoryCodec {
  private DirectoryCodec() {}

  /** The directory with one more entry, under its topic key. */
  public static Directory with(Directory directory, String key, DirectoryEntryRecord stored) {
    return switch (stored.getEntry()) {
      case RoleHolderRecord role -> directory.with(stored.getVersion(), key, holder(role));
      case PersonRecord person -> directory.with(stored.getVersion(), contact(person));
      default -> throw new Unusable("a directory entry is a role or a person");
    };
  }

  private static RoleHolder holder(RoleHolderRecord role) {
    return new RoleHolder(
        role.getRole(),
        role.getAgency(),
        role.getPersonIds(),
        role.getOutOfHoursRole(),
        role.getManagerRole(),
        role.getFrom(),
        role.getUntil());
  }

  private static Contact contact(PersonRecord person) {
    List<Channel> channels = new ArrayList<>();
    for (org.safeguardinghub.schemas.Channel channel : person.getChannels()) {
      switch (channel) {
        case EMAIL -> channels.add(Channel.EMAIL);
        case WEBHOOK -> channels.add(Channel.WEBHOOK);
        case TEXT -> channels.add(Channel.TEXT);
        case UNKNOWN -> {
          // A channel that this version does not know cannot be used to reach anybody.
        }
      }
    }
    return new Contact(person.getPersonId(), channels, person.getFrom(), person.getUntil());
  }
}
