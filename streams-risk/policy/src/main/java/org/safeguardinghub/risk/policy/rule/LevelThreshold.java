package org.safeguardinghub.risk.policy.rule;

/** At least so many incidents of a level or higher within so many elapsed days of 24 hours. */
public record LevelThreshold(int level, int incidents, int days) {}
