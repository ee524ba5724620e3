/**
 * Strict reading of the hub's own YAML files: every fault of a file in one report, each with its
 * line and reason. Belongs here: nodes that know their line, and the checks that every reviewed
 * file needs (unknown, repeated and missing keys, wrong kinds, values out of range). Does not
 * belong here: what a file means, and any binding by reflection.
 */
@NullMarked
package org.safeguardinghub.kernel.yaml;

import org.jspecify.annotations.NullMarked;
