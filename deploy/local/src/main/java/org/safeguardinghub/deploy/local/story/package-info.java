/**
 * Plays invented stories through a hub's real connectors, with their own dates, and compares what
 * the hub raised with what each story says it must raise. What does not belong here: any rule about
 * what should be raised (streams-risk), and any way into the hub that an agency does not have.
 */
@NullMarked
package org.safeguardinghub.deploy.local.story;

import org.jspecify.annotations.NullMarked;
