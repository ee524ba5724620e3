/**
 * What a page shows, in words: view models made from alerts, times as people say them, the picture
 * of a timeline. Decides nothing about access; what a reader may not see never gets here.
 */
@NullMarked
package org.safeguardinghub.console.page;

import org.jspecify.annotations.NullMarked;
