/**
 * The education connector: what schools drop as files, and the attendance marks that it asks for,
 * become concerns. Belongs here: the forms, the mapping tables and the asking. Does not belong
 * here: checks and receipts, which are the intake's.
 */
@NullMarked
package org.safeguardinghub.connectors.education;

import org.jspecify.annotations.NullMarked;
