/** Police forces: public-protection notices, missing people, notices to schools. */
@NullMarked
package org.safeguardinghub.connectors.police;

import org.jspecify.annotations.NullMarked;
