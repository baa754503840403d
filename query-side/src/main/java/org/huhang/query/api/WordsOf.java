package org.huhang.query.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Shows in the API documents which words a parameter takes: the constants of an enum, as {@link Words} reads them. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface WordsOf {

    Class<? extends Enum<?>> value();

    /** Whether it takes several between commas. */
    boolean several() default false;
}
