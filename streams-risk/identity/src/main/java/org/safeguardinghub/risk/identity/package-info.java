/**
 * Who is an event about: claims as sent, their normal form, comparison field by field, and the
 * rules that link an event to a child reference, make a new one or ask a person. Pure values and
 * functions: no Kafka, no I/O, no clock, no keys (hashing comes in as a function). Storage, sealing
 * and the reading of JSON do not belong here; they stand in the topology that hosts these rules.
 */
@NullMarked
package org.safeguardinghub.risk.identity;

import org.jspecify.annotations.NullMarked;
