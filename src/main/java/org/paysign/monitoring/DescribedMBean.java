package org.paysign.monitoring;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.StandardMBean;

/** An MXBean whose names and descriptions come from its interface, because JMX shows p0 and nothing by itself. */
final class DescribedMBean extends StandardMBean {

    private final Class<?> view;

    <T> DescribedMBean(T implementation, Class<T> view) {
        super(implementation, view, true);
        this.view = view;
    }

    @Override
    protected String getDescription(MBeanInfo info) {
        return sentence(view);
    }

    @Override
    protected String getDescription(MBeanAttributeInfo info) {
        String getter = (info.isIs() ? "is" : "get") + info.getName();
        return method(getter, 0).map(DescribedMBean::sentence).orElse("");
    }

    @Override
    protected String getDescription(MBeanOperationInfo info) {
        return method(info).map(DescribedMBean::sentence).orElse("");
    }

    @Override
    protected String getDescription(MBeanOperationInfo operation, MBeanParameterInfo info, int sequence) {
        return parameter(operation, sequence).map(DescribedMBean::sentence).orElse("");
    }

    @Override
    protected String getParameterName(MBeanOperationInfo operation, MBeanParameterInfo info, int sequence) {
        return parameter(operation, sequence).map(Parameter::getName).orElse(info.getName());
    }

    @Override
    protected int getImpact(MBeanOperationInfo info) {
        return MBeanOperationInfo.ACTION;
    }

    private Optional<Parameter> parameter(MBeanOperationInfo operation, int sequence) {
        return method(operation).map(method -> method.getParameters()[sequence]);
    }

    private Optional<Method> method(MBeanOperationInfo operation) {
        return method(operation.getName(), operation.getSignature().length);
    }

    private Optional<Method> method(String name, int parameters) {
        return Arrays.stream(view.getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters)
                .findFirst();
    }

    private static String sentence(AnnotatedElement element) {
        Described described = element.getAnnotation(Described.class);
        return described == null ? "" : described.value();
    }
}
