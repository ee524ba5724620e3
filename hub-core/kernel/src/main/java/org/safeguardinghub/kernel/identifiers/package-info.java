/**
 * National identifiers of children and their checks. Belongs here: the form and check digit of the
 * NHS number and the unique pupil number, and invented numbers for tests and demos. Does not belong
 * here: matching people (identity) and the references of single agencies, which have no check. A
 * faulty identifier never refuses a concern.
 */
@NullMarked
package org.safeguardinghub.kernel.identifiers;

import org.jspecify.annotations.NullMarked;
