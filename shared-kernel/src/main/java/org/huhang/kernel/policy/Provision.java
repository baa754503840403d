package org.huhang.kernel.policy;

/**
 * One thing an edition lays down, with the text it rests on.
 *
 * @param legalBasis shown to officers and kept with every finding
 */
public record Provision<T>(T value, String legalBasis) {}
