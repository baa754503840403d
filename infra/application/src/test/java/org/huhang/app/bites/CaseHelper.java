package org.huhang.app.bites;

/** Breaks a rule of the architecture on purpose: its name says nothing. */
public final class CaseHelper {}
