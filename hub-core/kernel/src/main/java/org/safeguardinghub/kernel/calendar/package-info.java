/**
 * Which days and hours count: working days, working hours, bank holidays, school days, in local
 * time of Europe/London. Belongs here: dated calendars and the sums over them. Does not belong
 * here: which clock runs for what (policy), and any reading of the present time.
 */
@NullMarked
package org.safeguardinghub.kernel.calendar;

import org.jspecify.annotations.NullMarked;
