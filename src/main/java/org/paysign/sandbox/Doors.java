package org.paysign.sandbox;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lives in the world, and at which path. */
record Doors(WorldSettings settings, Clock clock, JdbcClient client) {

    FrontDoor open(Notices notices, Announcer announcer) {
        var agreements = new Agreements(client, clock);
        var check = new RequestCheck(settings.apps(), clock, settings.skew());
        var methods = new AgreementMethods(agreements, announcer, clock);
        var opening = new Opening(check, agreements, clock);
        var diagnosis = new Diagnosis(settings.apps(), clock);
        var faults = new Faults();
        var app = new AlipayApp(agreements, announcer, notices, clock);
        var doors = new FrontDoor()
                .open("POST", "/gateway.do", new FakeAlipay(check, methods, faults, settings))
                .open("POST", "/phone/paySignCenter", new Phone(opening, agreements, announcer, clock))
                .open("POST", "/phone/page", new SigningPage(opening, diagnosis))
                .open("POST", "/alipay/unsign", app::unsign)
                .open("GET", "/alipay/notices", app::notices)
                .open("POST", "/alipay/faults", faults::set)
                .open("GET", "/alipay/faults", faults::show);
        return merchant(doors);
    }

    private FrontDoor merchant(FrontDoor doors) {
        var secret = settings.webhookSecret();
        var merchant = new MerchantEndpoints(
                new Receipts(client), secret == null ? null : new WebhookSignature(secret, clock), clock);
        MerchantEndpoints.NAMES.forEach(name -> doors.open("POST", "/merchant/" + name, merchant.named(name)));
        return doors.open("POST", "/merchant/faults", merchant::setTrouble)
                .open("GET", "/merchant/faults", merchant::showTroubles)
                .open("GET", "/merchant/outcomes", merchant::outcomes);
    }
}
