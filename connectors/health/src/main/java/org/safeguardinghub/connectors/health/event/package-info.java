/**
 * What every form of health has in common: a person, a time and an entry of a table become a
 * message.
 */
@NullMarked
package org.safeguardinghub.connectors.health.event;

import org.jspecify.annotations.NullMarked;
