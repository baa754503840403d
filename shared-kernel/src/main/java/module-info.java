/**
 * A module so that the sealed families of the areas may stand in packages of their own. Exports nothing: it is always on the
 * class path, where that is not asked.
 */
module org.huhang.kernel {
    requires com.fasterxml.jackson.annotation;
}
