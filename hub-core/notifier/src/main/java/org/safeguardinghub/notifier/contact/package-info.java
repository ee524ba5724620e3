/**
 * Where a person can be reached: sealed contact points from the lead directory, opened only for the
 * moment of sending. Who is responsible for what is decided elsewhere.
 */
@NullMarked
package org.safeguardinghub.notifier.contact;

import org.jspecify.annotations.NullMarked;
