package org.huhang.app.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test that has what it uses to itself (its own application, database and folders), mostly waits for it, and neither takes the
 * time nor listens to what is printed: the build runs two of them at once, before the others.
 */
@Tag("beside-others")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface BesideOthers {}
