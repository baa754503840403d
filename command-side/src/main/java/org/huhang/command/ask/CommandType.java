package org.huhang.command.ask;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.huhang.kernel.refusal.RefusalCode;

/** How a command is called from outside, and what its own rules may refuse. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CommandType {

    /** Last step of the command's address and its name on the bus. Stable. */
    String value();

    /** Whether it begins the aggregate that it is asked of, rather than being asked of one that exists. */
    boolean begins() default false;

    /**
     * What the decision may answer besides yes and besides what {@link CommandCatalogue#refusals any command} may meet; a
     * decision that gives another code fails its test.
     */
    RefusalCode[] refuses() default {};
}
