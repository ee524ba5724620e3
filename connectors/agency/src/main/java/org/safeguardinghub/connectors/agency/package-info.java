/** Agencies whose systems need no code of their own: a reviewed mapping file is all. */
@NullMarked
package org.safeguardinghub.connectors.agency;

import org.jspecify.annotations.NullMarked;
