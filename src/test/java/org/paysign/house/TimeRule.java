package org.paysign.house;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Time comes from an injected Clock, so that no test sleeps.
 *
 * <p>{@code System.nanoTime} is allowed: it measures, it does not tell the time. A {@code Date} may be received from the
 * JDK or handed to it ({@code X509Certificate} speaks no other language), but not made, kept or passed on by us.
 */
final class TimeRule {
    private static final Set<String> OLD = Set.of("java.util.Calendar", "java.util.GregorianCalendar");
    private static final String DATE = "java.util.Date";

    private TimeRule() {}

    static void check(JavaClass type, ConditionEvents events) {
        String room = Rooms.of(type.getPackageName());
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
            if (access.getTarget() instanceof CodeUnitAccessTarget target) {
                checkCall(room, access, target, events);
            }
        }
        usedInSignatures(type)
                .filter(used -> used.equals(DATE) || OLD.contains(used))
                .distinct()
                .forEach(used -> JavaRules.breach(
                        events, type, type.getName() + " keeps or passes " + used + "; use java.time"));
    }

    private static void checkCall(
            String room, JavaAccess<?> access, CodeUnitAccessTarget target, ConditionEvents events) {
        String owner = target.getOwner().getName();
        String name = target.getName();
        boolean makesDate = owner.equals(DATE) && name.equals("<init>");
        if (makesDate || OLD.contains(owner)) {
            JavaRules.breach(events, access, access.getDescription() + "; use java.time");
        } else if (asksTheMachine(owner, target) && !Rooms.ASK_THE_MACHINE_FOR_TIME.contains(room)) {
            JavaRules.breach(events, access, access.getDescription() + "; take the time from an injected Clock");
        } else if (owner.equals("java.time.Clock") && name.startsWith("system") && !Rooms.MAKE_A_CLOCK.contains(room)) {
            JavaRules.breach(events, access, access.getDescription() + "; have the Clock injected");
        }
    }

    private static boolean asksTheMachine(String owner, CodeUnitAccessTarget target) {
        if (owner.equals("java.lang.System")) {
            return target.getName().equals("currentTimeMillis");
        }
        boolean now = owner.startsWith("java.time.") && target.getName().equals("now");
        return now
                && target.getRawParameterTypes().stream()
                        .noneMatch(type -> type.getName().equals("java.time.Clock"));
    }

    private static Stream<String> usedInSignatures(JavaClass type) {
        Stream<JavaClass> fields = type.getFields().stream().map(field -> field.getRawType());
        Stream<JavaClass> units = type.getCodeUnits().stream()
                .flatMap(unit ->
                        Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream()));
        return Stream.concat(fields, units).map(JavaClass::getName);
    }
}
