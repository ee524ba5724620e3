package org.safeguardinghub.risk.codec;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safeguardinghub.kernel.calendar.WeeklyHours;
import org.safeguardinghub.kernel.subject.DirectoryKey;
import org.safeguardinghub.risk.alert.Channel;
import org.safeguardinghub.risk.alert.Contact;
import org.safeguardinghub.risk.alert.Directory;
import org.safeguardinghub.risk.alert.RoleHolder;
import org.safeguardinghub.schemas.DirectoryEntryRecord;
import org.safeguardinghub.schemas.PersonRecord;
import org.safeguardinghub.schemas.RoleHolderRecord;
import org.safeguardinghub.schemas.ShiftRecord;

/** Reads the lead directory: who holds which role. Names and addresses stay sealed. */
public final class DirectoryCodec {
  private DirectoryCodec() {}

  /** The directory with one more entry, under its topic key. */
  public static Directory with(Directory directory, String key, DirectoryEntryRecord stored) {
    return switch (stored.getEntry()) {
      case RoleHolderRecord role -> {
        if (!key.equals(DirectoryKey.ofRole(role.getRole(), role.getAgency()))) {
          throw new Unusable("a role under the key of another");
        }
        yield directory.with(stored.getVersion(), key, holder(role));
      }
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
    return new Contact(
        person.getPersonId(),
        channels,
        person.getFrom(),
        person.getUntil(),
        hours(person.getHours()),
        Set.copyOf(person.getConflicts()));
  }

  private static Optional<WeeklyHours> hours(List<ShiftRecord> shifts) {
    return shifts.isEmpty()
        ? Optional.empty()
        : Optional.of(new WeeklyHours(shifts.stream().map(DirectoryCodec::shift).toList()));
  }

  private static WeeklyHours.Shift shift(ShiftRecord shift) {
    try {
      return new WeeklyHours.Shift(
          shift.getDays().stream().map(DayOfWeek::of).collect(Collectors.toSet()),
          LocalTime.MIN.plusMinutes(shift.getFromMinute()),
          LocalTime.MIN.plusMinutes(shift.getUntilMinute()));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new Unusable("a person's shift begins on no day of a week");
    }
  }
}
