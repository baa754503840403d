package org.huhang.app.request;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds the same handlers as Spring's own. That one compares an address with variables, such as every command's, with each
 * mapping in turn; here only those of its method and its number of segments are looked at. What none of them, or more than
 * one, would take is left to Spring.
 */
final class MappingsByShape extends RequestMappingHandlerMapping {

    private record Shape(String method, int parts) {}

    private record Mapped(RequestMappingInfo mapping, HandlerMethod handler) {}

    private record Index(Set<String> literals, Map<Shape, List<Mapped>> others) {}

    private static final Index NONE = new Index(Set.of(), Map.of());

    private volatile Index index = NONE;

    @Override
    public void afterPropertiesSet() {
        super.afterPropertiesSet();
        index = indexed(getHandlerMethods());
    }

    /** Nobody does so while the application runs; if anybody did, everything would be left to Spring. */
    @Override
    public void registerMapping(RequestMappingInfo mapping, Object handler, Method method) {
        index = NONE;
        super.registerMapping(mapping, handler, method);
    }

    @Override
    public void unregisterMapping(RequestMappingInfo mapping) {
        index = NONE;
        super.unregisterMapping(mapping);
    }

    /** Whether any address is looked up here. */
    boolean isOfUse() {
        return !index.others.isEmpty();
    }

    @Override
    protected HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        Index known = index;
        // An encoded letter may stand for one of a literal address.
        if (known.literals.contains(path) || path.indexOf('%') >= 0) {
            return super.lookupHandlerMethod(path, request);
        }
        int parts = parts(ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication());
        HandlerMethod handler = null;
        RequestMappingInfo match = null;
        for (Mapped candidate : known.others.getOrDefault(new Shape(request.getMethod(), parts), List.of())) {
            RequestMappingInfo matching = candidate.mapping.getMatchingCondition(request);
            if (matching != null && match != null) {
                return super.lookupHandlerMethod(path, request);
            }
            if (matching != null) {
                match = matching;
                handler = candidate.handler;
            }
        }
        if (match == null) {
            return super.lookupHandlerMethod(path, request);
        }
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, handler);
        handleMatch(match, path, request);
        return handler;
    }

    /** Empty where a mapping takes addresses of any length or any method, and so might take what another seems to take alone. */
    private Index indexed(Map<RequestMappingInfo, HandlerMethod> mappings) {
        Set<String> literals = new HashSet<>();
        Map<Shape, List<Mapped>> others = new HashMap<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> entry : mappings.entrySet()) {
            RequestMappingInfo mapping = entry.getKey();
            Set<String> direct = getDirectPaths(mapping);
            literals.addAll(direct);
            for (String pattern : mapping.getPatternValues()) {
                if (direct.contains(pattern)) {
                    continue;
                }
                if (pattern.contains("**")
                        || pattern.contains("{*")
                        || mapping.getMethodsCondition().isEmpty()) {
                    return NONE;
                }
                int parts = parts(PathContainer.parsePath(pattern));
                for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                    others.computeIfAbsent(new Shape(method.name(), parts), _ -> new ArrayList<>())
                            .add(new Mapped(mapping, entry.getValue()));
                }
            }
        }
        return new Index(literals, others);
    }

    /** Segments and separators. */
    private static int parts(PathContainer path) {
        return path.elements().size();
    }
}
