/**
 * The domain's language, shared by every module: events and their catalogue, subjects, handling
 * classes, sealing, topics, and what an app needs at its edge. What does not belong here: a
 * decision about a child (streams-risk), a way in (connectors) or a way out (notifier, console).
 */
@NullMarked
package org.safeguardinghub.kernel;

import org.jspecify.annotations.NullMarked;
