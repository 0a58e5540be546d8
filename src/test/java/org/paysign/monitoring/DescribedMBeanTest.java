package org.paysign.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescribedMBeanTest {

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    @Test
    void describesEverything() throws Exception {
        DescribedMBean bean = new DescribedMBean(new Sample(), SampleMXBean.class);
        assertThat(bean.getMBeanInfo().getDescription()).isEqualTo("A sample.");
        assertThat(bean.getMBeanInfo().getAttributes())
                .extracting("name", "description")
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Count", "How many."),
                        org.assertj.core.groups.Tuple.tuple("Ready", "Whether it is ready."));
        MBeanOperationInfo operation = bean.getMBeanInfo().getOperations()[0];
        assertThat(operation.getDescription()).isEqualTo("Asks.");
        assertThat(operation.getSignature()[1].getName()).isEqualTo("number");
        assertThat(operation.getSignature()[1].getDescription()).isEqualTo("Its number.");
    }

    @ParameterizedTest
    @ValueSource(classes = {AgreementsMXBean.class, ParkedMXBean.class, RegisterMXBean.class, MerchantMXBean.class})
    void leavesNothingOfTheBundleWithoutDescription(Class<?> view) {
        var info = empty(view).getMBeanInfo();
        assertThat(info.getDescription()).isNotEmpty();
        assertThat(info.getAttributes()).isNotEmpty().allSatisfy(attribute -> assertThat(attribute.getDescription())
                .isNotEmpty());
        assertThat(info.getOperations()).allSatisfy(operation -> {
            assertThat(operation.getDescription()).isNotEmpty();
            assertThat(operation.getSignature()).allSatisfy(parameter -> {
                assertThat(parameter.getName()).doesNotMatch("p[0-9]|arg[0-9]");
                assertThat(parameter.getDescription()).isNotEmpty();
            });
        });
    }

    /** The names of the contract. */
    @Test
    void offersWhatScriptsRelyOn() {
        var info = empty(AgreementsMXBean.class).getMBeanInfo();
        assertThat(info.getAttributes())
                .extracting("name")
                .contains(
                        "Issued",
                        "Unknown",
                        "Signed",
                        "Cancelled",
                        "Failed",
                        "Ended",
                        "OldestUnknownSeconds",
                        "OutcomesPending",
                        "OutcomesParked",
                        "OutcomesDelivered",
                        "NotifiesRefused",
                        "ResultsUnproven",
                        "LateWritesRefused",
                        "SignatureProvider");
        assertThat(info.getOperations())
                .extracting(operation -> operation.getName()
                        + Arrays.stream(operation.getSignature())
                                .map(MBeanParameterInfo::getName)
                                .toList())
                .contains(
                        "pollNow[]",
                        "query[merchant, externalAgreementNo]",
                        "replayOutcomes[]",
                        "replayParked[max]",
                        "reloadMerchants[]");
    }

    private static <T> DescribedMBean empty(Class<T> view) {
        return new DescribedMBean(
                view.cast(Proxy.newProxyInstance(
                        view.getClassLoader(), new Class<?>[] {view}, (self, method, values) -> null)),
                view);
    }

    @Test
    void isThereWhileTheBundleRuns() throws Exception {
        ObjectName name = new ObjectName("org.paysign:type=Sample");
        Registered registered = new Registered(name.toString(), new DescribedMBean(new Sample(), SampleMXBean.class));
        registered.register();
        new Registered(name.toString(), new DescribedMBean(new Sample(), SampleMXBean.class)).register();
        assertThat(server.getAttribute(name, "Count")).isEqualTo(1);
        registered.unregister();
        registered.unregister();
        assertThat(server.isRegistered(name)).isFalse();
    }

    /** What a later version may offer. */
    @Described("A sample.")
    public interface SampleMXBean {
        @Described("How many.")
        int getCount();

        @Described("Whether it is ready.")
        boolean isReady();

        @Described("Asks.")
        String ask(@Described("Its name.") String merchant, @Described("Its number.") String number);
    }

    private static final class Sample implements SampleMXBean {
        @Override
        public int getCount() {
            return 1;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public String ask(String merchant, String number) {
            return merchant + number;
        }
    }
}
