/** Sending text messages and mail by GOV.UK Notify, through its own client library. */
@NullMarked
package org.safeguardinghub.notifier.notify;

import org.jspecify.annotations.NullMarked;
