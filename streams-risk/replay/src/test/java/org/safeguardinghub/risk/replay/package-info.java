/** Tests of the replay: it cannot write, and its report says what differs. */
@NullMarked
package org.safeguardinghub.risk.replay;

import org.jspecify.annotations.NullMarked;
