package org.safeguardinghub.connectors.intake.fakes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.connectors.intake.receipt.FateStore;
import org.safeguardinghub.connectors.intake.receipt.NewReceipt;
import org.safeguardinghub.connectors.intake.receipt.Parcel;
import org.safeguardinghub.connectors.intake.receipt.Pending;
import org.safeguardinghub.connectors.intake.receipt.ReceiptStore;
import org.safeguardinghub.connectors.intake.receipt.Recorded;
import org.safeguardinghub.connectors.intake.receipt.StoreUnavailable;
import org.safeguardinghub.connectors.intake.receipt.SubjectFate;

/** A store in memory with the rules of the real one; it can be switched off. */
public final class InMemoryReceipts implements ReceiptStore, FateStore {
  private final Map<String, NewReceipt> receipts = new LinkedHashMap<>();
  private final Map<String, Parcel> parcels = new LinkedHashMap<>();
  private final Map<String, List<String>> waiting = new LinkedHashMap<>();
  private final Set<String> announced = new HashSet<>();
  private final Map<String, SubjectFate> fates = new LinkedHashMap<>();
  private final Map<Integer, Long> positions = new HashMap<>();
  private int transactionsLeft = Integer.MAX_VALUE;

  /** Lets so many more transactions through, then none. */
  public synchronized void failAfter(int transactions) {
    transactionsLeft = transactions;
  }

  public synchronized void comeBack() {
    transactionsLeft = Integer.MAX_VALUE;
  }

  @Override
  public synchronized List<Recorded> record(List<NewReceipt> batch, Parcel parcel) {
    begin();
    List<Recorded> found = new ArrayList<>();
    List<String> fresh = new ArrayList<>();
    for (NewReceipt receipt : batch) {
      Recorded recorded = recordOne(receipt);
      found.add(recorded);
      if (recorded instanceof Recorded.First) {
        fresh.add(receipt.receiptId());
      }
    }
    if (!fresh.isEmpty()) {
      parcels.put(parcel.id(), parcel);
      waiting.put(parcel.id(), fresh);
    }
    return found;
  }

  private Recorded recordOne(NewReceipt receipt) {
    NewReceipt known = receipts.get(receipt.receiptId());
    if (known != null) {
      return known.contentHash().equals(receipt.contentHash())
          ? new Recorded.Again()
          : new Recorded.IdReused();
    }
    boolean keyUsed =
        receipt.idempotencyKey().isPresent()
            && receipts.values().stream()
                .anyMatch(
                    other ->
                        other.feed().equals(receipt.feed())
                            && other.idempotencyKey().equals(receipt.idempotencyKey()));
    if (keyUsed) {
      return new Recorded.KeyReused();
    }
    receipts.put(receipt.receiptId(), receipt);
    return new Recorded.First();
  }

  @Override
  public synchronized Map<String, Latest> latest(String feed, List<String> recordIds) {
    begin();
    Map<String, Latest> latest = new HashMap<>();
    for (NewReceipt receipt : receipts.values()) {
      receipt
          .revision()
          .filter(
              revision -> receipt.feed().equals(feed) && recordIds.contains(revision.recordId()))
          .ifPresent(
              revision ->
                  latest.merge(
                      revision.recordId(),
                      new Latest(revision.number(), receipt.contentHash()),
                      (a, b) -> a.number() > b.number() ? a : b));
    }
    return latest;
  }

  @Override
  public synchronized void announced(List<String> ids) {
    begin();
    announced.addAll(ids);
  }

  @Override
  public synchronized void published(List<String> ids) {
    begin();
    ids.forEach(waiting::remove);
  }

  @Override
  public synchronized List<Pending> claim(String connector, Duration olderThan, int limit) {
    begin();
    return waiting.entrySet().stream()
        .filter(one -> of(one.getValue().getFirst()).connector().equals(connector))
        .limit(limit)
        .map(
            one ->
                new Pending(
                    Objects.requireNonNull(parcels.get(one.getKey())),
                    Set.copyOf(one.getValue()),
                    announced.contains(one.getKey())))
        .toList();
  }

  private NewReceipt of(String receiptId) {
    return Objects.requireNonNull(receipts.get(receiptId));
  }

  @Override
  public synchronized Optional<Stored> find(String feed, String receiptId) {
    begin();
    return Optional.ofNullable(receipts.get(receiptId))
        .filter(receipt -> receipt.feed().equals(feed))
        .map(
            receipt ->
                new Stored(
                    receiptId,
                    receipt.eventId(),
                    receipt.receivedAt(),
                    receipt.refusal(),
                    receipt.subjectCount(),
                    receipt.handling(),
                    fates.values().stream()
                        .filter(fate -> fate.receiptId().equals(receiptId))
                        .toList(),
                    receipt.origin(),
                    Optional.empty()));
  }

  @Override
  public synchronized void probe() {
    begin();
  }

  @Override
  public synchronized Map<String, Count> counts() {
    begin();
    Map<String, Count> counts = new HashMap<>();
    for (NewReceipt receipt : receipts.values()) {
      counts.merge(
          receipt.feed(),
          receipt.refusal().isPresent()
              ? new Count(0, 1, receipt.receivedAt(), Map.of())
              : new Count(
                  1,
                  0,
                  receipt.receivedAt(),
                  receipt
                      .eventType()
                      .map(type -> Map.of(type, receipt.receivedAt()))
                      .orElse(Map.of())),
          (a, b) ->
              new Count(
                  a.accepted() + b.accepted(),
                  a.refused() + b.refused(),
                  b.lastReceivedAt(),
                  newest(a.lastOfType(), b.lastOfType())));
    }
    return counts;
  }

  private static Map<String, Instant> newest(
      Map<String, Instant> before, Map<String, Instant> after) {
    Map<String, Instant> newest = new HashMap<>(before);
    newest.putAll(after);
    return newest;
  }

  @Override
  public synchronized Map<Integer, Long> positions() {
    begin();
    return Map.copyOf(positions);
  }

  @Override
  public synchronized void keep(List<SubjectFate> read, Map<Integer, Long> nextOffsets) {
    begin();
    read.forEach(
        fate -> fates.merge(fate.receiptId() + '.' + fate.subjectIndex(), fate, SubjectFate::with));
    positions.putAll(nextOffsets);
  }

  public synchronized List<NewReceipt> all() {
    return List.copyOf(receipts.values());
  }

  public synchronized List<SubjectFate> fates() {
    return List.copyOf(fates.values());
  }

  /** Every parcel that was ever kept. */
  public synchronized List<Parcel> parcels() {
    return List.copyOf(parcels.values());
  }

  /** Whether a message was recorded and is on its topics. */
  public synchronized boolean published(String receiptId) {
    return receipts.containsKey(receiptId)
        && waiting.values().stream().noneMatch(parcel -> parcel.contains(receiptId));
  }

  private void begin() {
    if (transactionsLeft <= 0) {
      throw new StoreUnavailable("08006");
    }
    transactionsLeft--;
  }
}
