package org.safeguardinghub.connectors.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.safeguardinghub.connectors.intake.publish.OutboxCodec;
import org.safeguardinghub.connectors.intake.publish.Publication;
import org.safeguardinghub.connectors.intake.publish.PublishQueue;
import org.safeguardinghub.connectors.intake.publish.Publishing.Departure;
import org.safeguardinghub.connectors.intake.receipt.NewReceipt;
import org.safeguardinghub.connectors.intake.receipt.Parcel;
import org.safeguardinghub.connectors.intake.receipt.ReceiptStore;
import org.safeguardinghub.connectors.intake.receipt.Recorded;

/** Records judged messages in one transaction and sends those that are new on their way. */
final class Register {
  private final ReceiptStore receipts;
  private final OutboxCodec outbox;
  private final PublishQueue outgoing;

  Register(ReceiptStore receipts, OutboxCodec outbox, PublishQueue outgoing) {
    this.receipts = receipts;
    this.outbox = outbox;
    this.outgoing = outgoing;
  }

  /** The newest content of each of a feed's records that is known, by record id. */
  Map<String, ReceiptStore.Latest> latest(String feed, List<String> recordIds) {
    return receipts.latest(feed, recordIds);
  }

  /** Records them; what was found is in their order. */
  List<Taken> record(List<Judged> judged) {
    if (judged.isEmpty()) {
      return List.of();
    }
    Parcel parcel = outbox.seal(judged.stream().map(Judged::publication).toList());
    List<NewReceipt> all = judged.stream().map(Judged::receipt).toList();
    List<Recorded> recorded = receipts.record(all, parcel);
    Map<String, Publication> fresh = new LinkedHashMap<>();
    for (int i = 0; i < judged.size(); i++) {
      if (recorded.get(i) instanceof Recorded.First) {
        fresh.put(all.get(i).receiptId(), judged.get(i).publication());
      }
    }
    Optional<Future<Set<String>>> published =
        fresh.isEmpty()
            ? Optional.empty()
            : Optional.of(outgoing.add(new Departure(parcel.id(), fresh), parcel.content().size()));
    List<Taken> taken = new ArrayList<>();
    for (int i = 0; i < judged.size(); i++) {
      taken.add(new Taken(judged.get(i), recorded.get(i), published));
    }
    return taken;
  }
}
