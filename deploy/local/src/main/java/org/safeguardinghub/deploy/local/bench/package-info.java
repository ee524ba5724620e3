/**
 * Measurements and fault runs against a real embedded hub, started for the purpose. Each prints
 * what it measured and how. Speed is measured here and never asserted in a test.
 */
@NullMarked
package org.safeguardinghub.deploy.local.bench;

import org.jspecify.annotations.NullMarked;
