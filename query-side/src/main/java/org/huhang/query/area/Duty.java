package org.huhang.query.area;

import java.time.LocalDate;

/** Something to do in a case by a day, or something that comes about on it, as its kind says. */
public record Duty(TaskKind kind, LocalDate on) {}
