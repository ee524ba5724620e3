/** Tests of the identity topologies under the test driver, with keys in memory. */
@NullMarked
package org.safeguardinghub.risk.topology.identity;

import org.jspecify.annotations.NullMarked;
