/**
 * The stored forms of the subject log, decisions, alerts, actions and directory, shared by the
 * topology and the replay so that both read and write the same.
 *
 * <p>Belongs here: translation between the Avro records and the values of policy and alert. Does
 * not belong here: any decision, any topic or store, any producer.
 */
@NullMarked
package org.safeguardinghub.risk.codec;

import org.jspecify.annotations.NullMarked;
