package org.paysign.monitoring;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.paysign.merchant.Merchant;
import org.paysign.merchant.MerchantDirectory;
import org.paysign.merchant.Reloaded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One MBean for each merchant that is in force, also after a reload. */
public final class MerchantBeans {

    private static final Logger LOG = LoggerFactory.getLogger(MerchantBeans.class);

    private final MerchantDirectory merchants;
    private final Census census;
    private final Clock clock;
    private final Map<String, Registered> beans = new HashMap<>();

    public MerchantBeans(MerchantDirectory merchants, Census census, Clock clock) {
        this.merchants = merchants;
        this.census = census;
        this.clock = clock;
    }

    /** Who signs in the merchants' names. */
    String signatureProvider() {
        return merchants.rsa().provider();
    }

    /** Reads the merchants again, and lets the MBeans follow. */
    String reload() {
        String who = Caller.name();
        Reloaded reloaded = merchants.reload();
        register();
        LOG.info("Operator {} ordered reloadMerchants: {}", who, reloaded.done() ? "done" : "refused");
        return reloaded.sentence();
    }

    /** Brings the MBeans into line with the merchants. */
    public synchronized void register() {
        Set<String> names = merchants.all().stream().map(Merchant::name).collect(Collectors.toSet());
        Set<String> gone = new HashSet<>(beans.keySet());
        gone.removeAll(names);
        gone.forEach(name -> beans.remove(name).unregister());
        for (String name : names) {
            if (!beans.containsKey(name)) {
                Registered bean = new Registered(
                        "org.paysign:type=Merchant,name=" + name,
                        new DescribedMBean(new MerchantDesk(name, merchants, census, clock), MerchantMXBean.class));
                bean.register();
                beans.put(name, bean);
            }
        }
    }

    /** Takes all off again. */
    public synchronized void unregister() {
        beans.values().forEach(Registered::unregister);
        beans.clear();
    }
}
