package org.safeguardinghub.console.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.safeguardinghub.console.alert.ActionStore;
import org.safeguardinghub.console.alert.AlertStore;
import org.safeguardinghub.console.alert.ChangeSignal;
import org.safeguardinghub.console.alert.GlassStore;
import org.safeguardinghub.console.alert.Opener;
import org.safeguardinghub.console.audit.AccessLog;
import org.safeguardinghub.console.audit.AuditTrail;
import org.safeguardinghub.console.identity.QuestionStore;
import org.safeguardinghub.console.identity.RulingStore;
import org.safeguardinghub.console.oidc.OidcSignIn;
import org.safeguardinghub.console.people.Directories;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.people.Term;
import org.safeguardinghub.console.referral.Referring;
import org.safeguardinghub.console.signin.Secrets;
import org.safeguardinghub.console.signin.SignIn;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.quarantine.QuarantineDesk;
import org.safeguardinghub.kernel.sealing.HubKeys;

/**
 * What the pages stand on. The real app gives the PostgreSQL side, tests give rows in memory.
 *
 * @param desk what was refused, and the counts of a day
 * @param deskKeys only the key that opens what was refused
 * @param referring for providers that report by the form
 * @param hubClock the hub's time, which a story may move
 * @param ids new ids for actions
 * @param secureCookies whether browsers reach the console over HTTPS
 * @param openId signing in by a provider, where there is one
 */
public record ConsoleParts(
    SignIn signIn,
    Secrets secrets,
    Directories directories,
    EventCatalogue catalogue,
    AlertStore alerts,
    ActionStore actions,
    GlassStore glass,
    QuestionStore questions,
    RulingStore rulings,
    AuditTrail audit,
    AccessLog accesses,
    Opener opener,
    ReasonSeal reasonSeal,
    ChangeSignal signal,
    QuarantineDesk desk,
    HubKeys deskKeys,
    Referring referring,
    InstantSource hubClock,
    Supplier<String> ids,
    boolean secureCookies,
    Optional<OidcSignIn> openId) {
  /** The directory as it gives rights today. */
  LeadDirectory directory() {
    return wholeDirectory().heldOn(today());
  }

  /** The directory with everybody who has left and everything that has not begun. */
  LeadDirectory wholeDirectory() {
    return directories.newest().directory();
  }

  LocalDate today() {
    return Term.dayOf(hubClock.instant());
  }
}
