package org.paysign.monitoring;

import java.util.List;

/** Puts the MBeans on the JVM's server while the bundle runs. */
public final class Registration {

    /** The name consoles and scripts know. */
    public static final String NAME = "org.paysign:type=Agreements";

    /** Likewise, for what is parked on the broker. */
    public static final String PARKED = "org.paysign:type=Parked";

    /** Likewise, for agreements one by one. */
    public static final String REGISTER = "org.paysign:type=Register";

    private final List<Registered> beans;
    private final MerchantBeans merchants;

    public Registration(
            AgreementsMXBean agreements, ParkedMXBean parked, RegisterMXBean register, MerchantBeans merchants) {
        this.beans = List.of(
                new Registered(NAME, new DescribedMBean(agreements, AgreementsMXBean.class)),
                new Registered(PARKED, new DescribedMBean(parked, ParkedMXBean.class)),
                new Registered(REGISTER, new DescribedMBean(register, RegisterMXBean.class)));
        this.merchants = merchants;
    }

    /** Registers; what an earlier bundle of this JVM has left behind gives way. */
    public void register() {
        beans.forEach(Registered::register);
        merchants.register();
    }

    /** Takes the MBeans off again. */
    public void unregister() {
        beans.forEach(Registered::unregister);
        merchants.unregister();
    }
}
