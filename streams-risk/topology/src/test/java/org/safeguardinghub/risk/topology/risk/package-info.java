/** Tests of the risk topology: the real topology under the test driver, no broker. */
@NullMarked
package org.safeguardinghub.risk.topology.risk;

import org.jspecify.annotations.NullMarked;
