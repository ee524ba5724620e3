/**
 * The onboarded senders, as the feeds file lists them. Belongs here: who a feed is, how it is
 * recognised and what it may send. Does not belong here: messages, and how a connector obtains a
 * token or a folder.
 */
@NullMarked
package org.safeguardinghub.connectors.intake.feed;

import org.jspecify.annotations.NullMarked;
