package org.paysign.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

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

    @Test
    void leavesNothingOfTheBundleWithoutDescription() {
        var info = new DescribedMBean((AgreementsMXBean) () -> "", AgreementsMXBean.class).getMBeanInfo();
        assertThat(info.getDescription()).isNotEmpty();
        assertThat(info.getAttributes())
                .allSatisfy(attribute -> assertThat(attribute.getDescription()).isNotEmpty());
        assertThat(info.getOperations()).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.getDescription()).isNotEmpty();
            assertThat(operation.getSignature()).allSatisfy(parameter -> assertThat(parameter.getDescription())
                    .isNotEmpty());
        });
    }

    @Test
    void isThereWhileTheBundleRuns() throws Exception {
        ObjectName name = new ObjectName("org.paysign:type=Agreements");
        Registration registration = new Registration(() -> "done");
        registration.register();
        new Registration(() -> "done again").register();
        assertThat(server.invoke(name, "reloadMerchants", null, null)).isEqualTo("done again");
        registration.unregister();
        registration.unregister();
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
