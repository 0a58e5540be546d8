package org.paysign.merchant;

import java.net.URI;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.paysign.signature.SignType;

/**
 * The public keys of a profile, as far as they can be read: a profile that PaySign refuses to run with can be looked at too.
 * It holds no private key.
 *
 * @param app the public half of the private key, then the key of {@code app-cert}
 * @param alipay Alipay's keys
 * @param fault why PaySign does not run with this profile, naming file and key; empty if it does
 */
public record KeyRing(Profile profile, List<RingKey> app, List<RingKey> alipay, Optional<String> fault) {

    public KeyRing {
        app = List.copyOf(app);
        alipay = List.copyOf(alipay);
    }

    /** What is signed how, and where it goes. */
    public record Profile(String merchant, String appId, SignType type, Charset charset, Optional<URI> gateway) {

        @Override
        public String toString() {
            return "Profile[" + merchant + "]";
        }
    }

    /** Whether the app's own key stands where Alipay's belongs. */
    public boolean isAppKeyPasted() {
        return alipay.stream().anyMatch(key -> app.stream().anyMatch(key::isSame));
    }

    /** Whether private key and certificate of the app are two keys. */
    public boolean isPairBroken() {
        return app.size() == 2 && !app.get(0).isSame(app.get(1));
    }

    public String merchant() {
        return profile.merchant();
    }

    @Override
    public String toString() {
        return "KeyRing[" + profile.merchant() + "]";
    }
}
