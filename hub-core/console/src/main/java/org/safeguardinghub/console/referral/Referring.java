package org.safeguardinghub.console.referral;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.console.alert.Answering.Fault;
import org.safeguardinghub.console.alert.Opener;
import org.safeguardinghub.console.alert.Reader;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.people.RoleHolding;
import org.safeguardinghub.kernel.sealing.Sealed;

/**
 * Takes a provider's referral and sees it into the intake. It is kept, sealed, before it is sent,
 * and its words are let go once the intake has it.
 */
public final class Referring {
  /** The role of whoever reports for a provider, one for each. */
  public static final String ROLE = "provider";

  private static final int AT_ONCE = 50;

  private final ReferralStore store;
  private final IntakeDoor door;
  private final Seal seal;
  private final Opener opener;
  private final InstantSource clock;
  private final Map<String, Provider> providers;

  /** Seals what a form says. */
  public interface Seal {
    Sealed seal(String associatedId, String words);
  }

  /**
   * @param providers by code, those for whom the hub may send
   */
  public Referring(
      ReferralStore store,
      IntakeDoor door,
      Seal seal,
      Opener opener,
      InstantSource clock,
      Map<String, Provider> providers) {
    this.store = store;
    this.door = door;
    this.seal = seal;
    this.opener = opener;
    this.clock = clock;
    this.providers = Map.copyOf(providers);
  }

  /** Whether somebody holds this role and no other: the form and its receipts are all there is. */
  public static boolean isAllOf(Reader reader) {
    return reader.roles().equals(Set.of(ROLE));
  }

  /** For whom a person reports, if for anybody. */
  public Optional<Provider> providerOf(LeadDirectory directory, String personId) {
    return directory.holdingsOf(personId).stream()
        .filter(holding -> holding.role().equals(ROLE))
        .map(RoleHolding::agency)
        .flatMap(Optional::stream)
        .flatMap(agency -> Optional.ofNullable(providers.get(agency)).stream())
        .findFirst();
  }

  /**
   * Takes a complete form, keeps it and tries to send it. The same id again is the same referral.
   */
  public Kept submit(String id, Provider provider, String personId, ReferralForm form) {
    Kept referral =
        new Kept(
            id,
            provider.agency(),
            personId,
            clock.instant(),
            0,
            form.field("type"),
            Optional.of(sealed(id, form)),
            new Kept.Status.Waiting());
    return store.keep(referral) ? send(referral) : store.find(id, personId).orElse(referral);
  }

  /** Takes what was refused in its new form; nothing changes if it is no longer refused. */
  public Kept putRight(Kept refused, ReferralForm form) {
    if (!(refused.status() instanceof Kept.Status.Refused)) {
      return refused;
    }
    Kept next =
        new Kept(
            refused.id(),
            refused.agency(),
            refused.personId(),
            refused.madeAt(),
            refused.attempt() + 1,
            form.field("type"),
            Optional.of(sealed(refused.id(), form)),
            new Kept.Status.Waiting());
    return store.replace(refused, next)
        ? send(next)
        : store.find(refused.id(), refused.personId()).orElse(refused);
  }

  /** Sends what waits, until the intake is found to be away. */
  public void sendWaiting() {
    for (Kept referral : store.waiting(AT_ONCE)) {
      if (send(referral).waits()) {
        return;
      }
    }
  }

  private Kept send(Kept referral) {
    byte[] message = ReferralMessage.of(form(referral), referral.eventId());
    Kept next =
        switch (door.send(referral.agency(), message)) {
          case IntakeDoor.Answer.Received(String receiptId) ->
              referral.with(new Kept.Status.Received(receiptId), Optional.empty());
          case IntakeDoor.Answer.Refused(IntakeDoor.Refusal refusal) ->
              referral.with(new Kept.Status.Refused(refusal), referral.content());
          case IntakeDoor.Answer.Away _ -> referral;
        };
    if (!next.waits()) {
      // Where somebody else sent it meanwhile the intake gave both the same answer.
      store.replace(referral, next);
    }
    return next;
  }

  /** What a referral says; an empty form where its words were let go, or can no longer be read. */
  public ReferralForm form(Kept referral) {
    return referral
        .content()
        .flatMap(opener::open)
        .map(ReferralForm::read)
        .orElseGet(ReferralForm::empty);
  }

  /** What became of one that the intake has. */
  public IntakeDoor.Fate fate(Kept referral, String receiptId) {
    return door.fate(referral.agency(), receiptId);
  }

  public Optional<Kept> find(String id, String personId) {
    return store.find(id, personId);
  }

  public List<Kept> of(String personId) {
    return store.of(personId, AT_ONCE);
  }

  /** A refusal as a fault of the field that it is about. */
  public static Fault fault(IntakeDoor.Refusal refusal) {
    return new Fault(ReferralMessage.fieldOf(refusal.pointer()), refusal.explanation());
  }

  private Sealed sealed(String id, ReferralForm form) {
    return seal.seal("referral/" + id, form.json());
  }
}
