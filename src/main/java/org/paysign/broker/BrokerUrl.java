package org.paysign.broker;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;

/** The rule for the broker's URL: passwords and personal data leave this machine encrypted, or by an explicit word. */
public final class BrokerUrl {

    private static final String KEY = "paysign.broker.url: ";
    private static final String FIX = ", or set paysign.broker.plain-allowed=true where the network itself is private";
    /** One node of {@code tcp://a:1,tcp://b:2} with the options that stand behind it, up to the next node. */
    private static final Pattern NODE =
            Pattern.compile("(?i)([a-z]+)://(\\[[^\\]]*]|[^:/?#,;()]*)((?:(?!,[a-z]+://).)*)");

    private static final Pattern LOOPBACK = Pattern.compile("(?i)localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");
    /** Artemis knows the option in this spelling alone, and takes no notice of others. */
    private static final Pattern ENCRYPTED = Pattern.compile("[?&;]sslEnabled=(?i:true)(?![^&;,)])");

    private static final Pattern TRUSTING = Pattern.compile("(?i)trustAll=true|verifyHost=false");
    private static final Set<String> SCHEMES = Set.of("tcp", "vm");

    private BrokerUrl() {}

    /**
     * Gives the URL back if it is safe to use.
     *
     * @throws IllegalStateException naming key and fix, never the URL itself: its options can hold passwords
     */
    public static String safe(String url, boolean plainAllowed) {
        Matcher nodes = NODE.matcher(url);
        if (!nodes.find()) {
            throw new IllegalStateException(
                    KEY + "is no URL of a broker: give one like tcp://host:61617?sslEnabled=true");
        }
        if (!plainAllowed) {
            nodes.reset().results().forEach(node -> refusePlain(node, shared(url)));
        }
        refuseUnreadable(url);
        return url;
    }

    /** Whoever reads it first would repeat it in his complaint, passwords and all; so the complaint is ours, without a cause. */
    private static void refuseUnreadable(String url) {
        try {
            ActiveMQClient.createServerLocator(url).close();
        } catch (Exception unreadable) {
            throw new IllegalStateException(
                    KEY + "cannot be read: in its options, passwords included, percent-encode all"
                            + " but letters and digits, such as %5E for ^");
        }
    }

    /** Options behind the closing bracket count for every node of a list. */
    private static String shared(String url) {
        return url.startsWith("(") ? url.substring(url.lastIndexOf(')') + 1) : "";
    }

    private static void refusePlain(MatchResult node, String shared) {
        String scheme = node.group(1);
        String host = node.group(2);
        String options = node.group(3) + shared;
        if (!SCHEMES.contains(scheme)) {
            throw new IllegalStateException(
                    KEY + "with " + scheme + ":// nobody sees here whether TLS is used: give tcp://"
                            + " addresses with sslEnabled=true" + FIX);
        }
        if (scheme.equals("vm") || LOOPBACK.matcher(host).matches()) {
            return;
        }
        if (!ENCRYPTED.matcher(options).find()) {
            throw new IllegalStateException(KEY + "would send passwords and personal data unencrypted to " + host
                    + ": add ?sslEnabled=true and the stores of keys and trust" + FIX);
        }
        if (TRUSTING.matcher(options).find()) {
            throw new IllegalStateException(KEY + "encrypts towards anybody who answers for " + host
                    + ": take trustAll=true and verifyHost=false away" + FIX);
        }
    }
}
