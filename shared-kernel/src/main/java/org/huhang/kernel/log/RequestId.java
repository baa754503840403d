package org.huhang.kernel.log;

/** Names one HTTP request through logs, facts and answers. Taken from {@code X-Request-Id} when sane, else made up. */
public record RequestId(String value) {}
