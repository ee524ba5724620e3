/**
 * Stories through the pure core: the five vignettes of the domain, and what their guards are for.
 */
@NullMarked
package org.safeguardinghub.deploy.local.story;

import org.jspecify.annotations.NullMarked;
