/** HTTP: routes, cookies, headers, forms. No rule and no SQL. */
@NullMarked
package org.safeguardinghub.console.web;

import org.jspecify.annotations.NullMarked;
