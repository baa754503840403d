package org.huhang.query.api;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses query parameters that a controller of ours does not declare with {@link RequestParam}, repeated ones, required ones
 * that are missing, words that are none of {@link WordsOf}, and values that are not of the form of {@link FormOf}, all of them
 * at once: a misspelt filter must not answer with everything, nor a misspelt {@code dry-run} do what was only to be tried.
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
                && method.getBeanType().getPackageName().startsWith(OURS)) {
            List<FieldError> faults = faults(request.getParameterMap(), declaredBy(method));
            if (!faults.isEmpty()) {
                throw new Refused(Refusal.of(faults));
            }
        }
        return true;
    }

    private static List<FieldError> faults(Map<String, String[]> given, Map<String, MethodParameter> declared) {
        List<FieldError> faults = new ArrayList<>();
        given.forEach((name, values) -> {
            if (!declared.containsKey(name)) {
                faults.add(fault(shown(name), unknown(shown(name), declared.keySet())));
            } else if (values.length > 1) {
                faults.add(fault(name, Map.of("repeated", name)));
            } else {
                fault(name, values[0], declared.get(name)).ifPresent(faults::add);
            }
        });
        declared.forEach((name, parameter) -> {
            if (isRequired(parameter) && !given.containsKey(name)) {
                faults.add(new FieldError(name, RefusalCode.MISSING_FIELD, Map.of()));
            }
        });
        return faults;
    }

    private static Optional<FieldError> fault(String name, String value, MethodParameter parameter) {
        WordsOf words = parameter.getParameterAnnotation(WordsOf.class);
        if (words != null && !Words.areOf(words.value(), value, words.several())) {
            return Optional.of(fault(name, Words.allowed(words.value())));
        }
        FormOf form = parameter.getParameterAnnotation(FormOf.class);
        try {
            if (form != null) {
                form.value().require(name, value);
            }
            return Optional.empty();
        } catch (Refused unreadable) {
            return unreadable.refusal().errors().stream().findFirst();
        }
    }

    /** As the API documents show it: a missing one is refused here, together with the others. */
    private static boolean isRequired(MethodParameter parameter) {
        Parameter shown = parameter.getParameterAnnotation(Parameter.class);
        return shown != null && shown.required();
    }

    private static Map<String, String> unknown(String name, Set<String> declared) {
        return declared.isEmpty()
                ? Map.of("unknown", name)
                : Map.of("unknown", name, "allowed", String.join(", ", declared));
    }

    private static FieldError fault(String name, Map<String, String> parameters) {
        return new FieldError(name, RefusalCode.INVALID_PARAMETER, parameters);
    }

    /** By name, in the order of the controller. */
    private static Map<String, MethodParameter> declaredBy(HandlerMethod method) {
        Map<String, MethodParameter> declared = new LinkedHashMap<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestParam.class)) {
                declared.put(name(parameter), parameter);
            }
        }
        return declared;
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
