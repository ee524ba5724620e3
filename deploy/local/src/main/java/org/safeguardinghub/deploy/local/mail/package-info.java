/**
 * A local mail server with a mailbox that can be looked at: real SMTP and IMAP, nothing leaves the
 * machine.
 *
 * <p>Writing mails does not belong here: that is the notifier.
 */
@NullMarked
package org.safeguardinghub.deploy.local.mail;

import org.jspecify.annotations.NullMarked;
