package org.safeguardinghub.console.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.quarantine.DayCount;
import org.safeguardinghub.kernel.quarantine.Fix;
import org.safeguardinghub.kernel.quarantine.QuarantineDesk;
import org.safeguardinghub.kernel.quarantine.QuarantineSeal;
import org.safeguardinghub.kernel.quarantine.Quarantined;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.sealing.Sealed;

/** Refused messages in memory, sealed with a key of their own. */
public final class MemoryDesk implements QuarantineDesk {
  public final HubKeys keys = HubKeys.generate().subset(Set.of(HubKeys.QUARANTINE), false);
  public final List<DayCount> days = new ArrayList<>();
  public final Map<String, String> asked = new HashMap<>();
  private final Map<String, Quarantined> records = new LinkedHashMap<>();
  private final Map<String, Sealed> contents = new HashMap<>();
  private final List<Fix> fixes = new ArrayList<>();

  /** A message that was refused for its date. */
  public void put(String id, String agency, Optional<HandlingClass> handling, String content) {
    put(
        id,
        agency,
        "api",
        new Quarantined.Reason(
            "TIME",
            "IN_FUTURE",
            "it lies in the future: check the date",
            Optional.of("/occurredAt")),
        handling,
        true);
    contents.put(id, QuarantineSeal.content(keys, id, content.getBytes(UTF_8)));
  }

  /** A row of a file of which no message could be made. */
  public void putUnmade(String id, String agency) {
    put(
        id,
        agency,
        "agency",
        new Quarantined.Reason(
            "FORM",
            "IMPOSSIBLE_DATE",
            "column Opened: write when it happened as 2026-03-02",
            Optional.of("row 12, column Opened")),
        Optional.empty(),
        false);
  }

  private void put(
      String id,
      String agency,
      String connector,
      Quarantined.Reason reason,
      Optional<HandlingClass> handling,
      boolean kept) {
    records.put(
        id,
        new Quarantined(
            id,
            agency,
            agency,
            connector,
            reason,
            handling,
            Samples.NOW.minus(Duration.ofHours(2)),
            kept,
            Optional.empty(),
            Optional.empty(),
            false));
  }

  @Override
  public List<Quarantined> list(Filter filter) {
    return records.values().stream()
        .filter(record -> filter.agency().map(record.agency()::equals).orElse(true))
        .toList();
  }

  @Override
  public Optional<Quarantined> find(String receiptId) {
    return Optional.ofNullable(records.get(receiptId));
  }

  @Override
  public Optional<Sealed> content(String receiptId) {
    return Optional.ofNullable(contents.get(receiptId));
  }

  @Override
  public List<Fix> fixes(String receiptId) {
    return fixes.stream().filter(fix -> fix.receiptId().equals(receiptId)).toList();
  }

  @Override
  public Fix.Asked ask(
      String fixId, String receiptId, String actor, Sealed reason, Sealed content) {
    if (fixes.stream().anyMatch(fix -> fix.id().equals(fixId))) {
      return Fix.Asked.SAME;
    }
    if (fixes.stream().anyMatch(fix -> fix.receiptId().equals(receiptId))) {
      return Fix.Asked.BUSY;
    }
    fixes.add(
        new Fix(fixId, receiptId, actor, Samples.NOW, reason, Optional.empty(), Optional.empty()));
    asked.put(receiptId, keys.openText(content));
    return Fix.Asked.ASKED;
  }

  @Override
  public List<DayCount> day(LocalDate day) {
    return days.stream().filter(count -> count.day().equals(day)).toList();
  }
}
