package org.paysign.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.BooleanSupplier;
import javax.management.ObjectName;
import org.jolokia.server.core.util.RequestType;
import org.junit.jupiter.api.Test;
import org.paysign.http.Visitor;

class AccessTest {

    private static final String AGREEMENTS = "org.paysign:type=Agreements";

    private final Access access = Access.load();

    @Test
    void allowsNothingToAThreadThatWorksForNobody() throws Exception {
        ObjectName agreements = new ObjectName(AGREEMENTS);

        assertThat(access.isAttributeReadAllowed(agreements, "Signed")).isFalse();
        assertThat(access.isOperationAllowed(agreements, "pollNow")).isFalse();
        assertThat(access.isTypeAllowed(RequestType.LIST)).isFalse();
        assertThat(access.isObjectNameHidden(agreements)).isTrue();
    }

    @Test
    void letsNobodyWriteAndOnlyTheOperatorPress() throws Exception {
        ObjectName agreements = new ObjectName(AGREEMENTS);
        ObjectName all = new ObjectName("org.paysign:*");
        for (boolean operator : new boolean[] {true, false}) {
            as(operator, () -> {
                assertThat(access.isAttributeReadAllowed(agreements, "Signed")).isTrue();
                assertThat(access.isAttributeWriteAllowed(agreements, "Signed")).isFalse();
                assertThat(access.isOperationAllowed(agreements, "pollNow")).isEqualTo(operator);
                assertThat(access.isOperationAllowed(all, "pollNow")).isFalse();
                return true;
            });
        }
    }

    @Test
    void refusesToStartWithoutAPolicy() {
        assertThatThrownBy(() -> Access.policy("access-nobody.xml")).hasMessageContaining("access-nobody.xml");
    }

    /** Jolokia takes a policy without commands as one that allows all of them. */
    @Test
    void refusesToStartWithAnOpenPolicy() {
        assertThatThrownBy(() -> Access.policy("access-open.xml")).hasMessageContaining("for every MBean");
    }

    private static void as(boolean operator, BooleanSupplier work) {
        assertThat(new Visitor("somebody", operator, "127.0.0.1").during(work::getAsBoolean))
                .isTrue();
        assertThat(Visitor.current()).isNull();
    }
}
