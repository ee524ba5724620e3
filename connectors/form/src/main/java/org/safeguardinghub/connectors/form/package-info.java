/**
 * What all forms share: what came in, what is to be done with each item of it, and the intake's
 * message that an item becomes. Belongs here: the contract of forms, the builder of messages,
 * reviewed code tables. Does not belong here: any one format, folders, Kafka, HTTP.
 */
@NullMarked
package org.safeguardinghub.connectors.form;

import org.jspecify.annotations.NullMarked;
