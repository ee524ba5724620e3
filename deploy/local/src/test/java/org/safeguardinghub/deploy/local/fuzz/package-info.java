/**
 * What every parser must hold to, whatever bytes come: called by a coverage-guided fuzzer ({@code
 * ./hub test --fuzz}) and, with changed seeds, by an ordinary test. It needs no library of the
 * fuzzer.
 */
@NullMarked
package org.safeguardinghub.deploy.local.fuzz;

import org.jspecify.annotations.NullMarked;
