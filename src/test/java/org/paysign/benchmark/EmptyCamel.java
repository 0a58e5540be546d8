package org.paysign.benchmark;

import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;

/** Camel main with routes that do nothing, from the folder that it is told: the least that a start can cost. */
final class EmptyCamel {

    static final String READY = "empty Camel is ready";

    private EmptyCamel() {}

    public static void main(String[] arguments) throws Exception {
        Main main = new Main();
        main.configure().withRoutesIncludePattern("file:" + arguments[0] + "/*.camel.yaml");
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void afterStart(BaseMainSupport started) {
                CamelContext context = started.getCamelContext();
                System.out.println(READY + ": " + context.getRoutesSize());
            }
        });
        System.exit(main.run(new String[0]));
    }
}
