/** CSV files with the fields of the emergency care data set. */
@NullMarked
package org.safeguardinghub.connectors.health.ecds;

import org.jspecify.annotations.NullMarked;
