package org.safeguardinghub.kernel.quarantine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of everything that a feed sent on one day in London. The first four were counted as
 * messages came in; the others are counted over the records that are kept, and must agree.
 *
 * @param repeated had come before, and was answered with the first receipt
 * @param acceptedKept receipts of accepted messages
 * @param refusedKept receipts of refused ones
 * @param quarantined refused ones that the desk has
 * @param waiting of those: nobody has put them right yet
 * @param resubmitted of those: sent in again, whatever came of it
 * @param atSource of those: no message was made of them, so that their sender mends them
 * @param attributed accepted ones that are done with: it is known who is meant, or that the hub
 *     holds nobody of that name, which no agency is told
 * @param pendingIdentity accepted ones of which a person is not confirmed yet
 * @param underWay accepted ones that identity has not come to yet
 */
public record DayCount(
    String feed,
    LocalDate day,
    long received,
    long accepted,
    long repeated,
    long refused,
    long acceptedKept,
    long refusedKept,
    long quarantined,
    long waiting,
    long resubmitted,
    long atSource,
    long attributed,
    long pendingIdentity,
    long underWay) {

  /** What does not add up, in words; empty where everything does. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    same(
        faults,
        "received",
        received,
        "accepted, repeated and refused",
        accepted + repeated + refused);
    same(faults, "accepted", accepted, "receipts of accepted messages", acceptedKept);
    same(faults, "refused", refused, "receipts of refused messages", refusedKept);
    same(faults, "refused", refused, "quarantined", quarantined);
    same(
        faults,
        "quarantined",
        quarantined,
        "waiting, resubmitted and at their source",
        waiting + resubmitted + atSource);
    same(
        faults,
        "accepted",
        accepted,
        "attributed, pending identity and under way",
        attributed + pendingIdentity + underWay);
    return faults;
  }

  private static void same(
      List<String> faults, String one, long count, String other, long otherCount) {
    if (count != otherCount) {
      faults.add("%s is %d, but %s is %d".formatted(one, count, other, otherCount));
    }
  }
}
