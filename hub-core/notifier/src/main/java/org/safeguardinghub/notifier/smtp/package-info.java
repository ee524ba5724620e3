/** Sending by mail server. No text is made here. */
@NullMarked
package org.safeguardinghub.notifier.smtp;

import org.jspecify.annotations.NullMarked;
