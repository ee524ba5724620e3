/**
 * Child processes: started with a log and a pid file, watched, restarted after a crash, stopped in
 * order, and found again when the supervisor itself was killed.
 *
 * <p>What a process is for (broker, registry, database, app) does not belong here.
 */
@NullMarked
package org.safeguardinghub.deploy.local.process;

import org.jspecify.annotations.NullMarked;
