package org.safeguardinghub.notifier.notify;

import java.net.URI;
import java.util.Optional;
import org.safeguardinghub.kernel.event.Sensitive;

/**
 * The account at GOV.UK Notify.
 *
 * @param url of its API
 * @param key the API key, as Notify shows it once: name, service id and secret, joined by dashes
 * @param textTemplate id of the template for text messages; empty: this channel is not set up
 * @param emailTemplate id of the template for mail; empty: mail does not go this way
 */
public record NotifySettings(
    URI url,
    Sensitive<String> key,
    Optional<String> textTemplate,
    Optional<String> emailTemplate) {}
