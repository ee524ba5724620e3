/**
 * The mains of the streams applications: settings, lifecycle, the ready sign. Wiring of topologies
 * and decisions do not belong here.
 */
@NullMarked
package org.safeguardinghub.risk.topology.app;

import org.jspecify.annotations.NullMarked;
