package org.huhang.query.api;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses query parameters that a controller of ours does not declare with {@link RequestParam}, and repeated ones: a
 * misspelt filter must not answer with everything, nor a misspelt {@code dry-run} do what was only to be tried.
 */
public class DeclaredParameters implements HandlerInterceptor, WebMvcConfigurer {

    private static final String OURS = "org.huhang";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && method.getBeanType().getPackageName().startsWith(OURS)
                && !request.getParameterMap().isEmpty()) {
            Set<String> declared = declaredBy(method);
            request.getParameterMap().forEach((name, values) -> {
                if (!declared.contains(name) || values.length > 1) {
                    throw new Refused(Refusal.at(shown(name), RefusalCode.INVALID_PARAMETER, Map.of()));
                }
            });
        }
        return true;
    }

    private static Set<String> declaredBy(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(DeclaredParameters::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String name(MethodParameter parameter) {
        String given = parameter.getParameterAnnotation(RequestParam.class).name();
        return given.isEmpty() ? parameter.getParameter().getName() : given;
    }

    /** What a stranger sent as a name may be anything, also somebody's data: only a plain name is repeated back. */
    private static String shown(String name) {
        return name.matches("[A-Za-z][A-Za-z-]{0,39}") ? name : "?";
    }
}
