/** Sending by signed webhook (Standard Webhooks). No text is made here. */
@NullMarked
package org.safeguardinghub.notifier.webhook;

import org.jspecify.annotations.NullMarked;
