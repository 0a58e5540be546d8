package org.paysign.http;

/**
 * Where the management port listens.
 *
 * @param host an address or a name of this machine
 * @param port 0 for any free one
 * @param names what it may be called in a Host header beside localhost and addresses, separated by commas
 */
public record ManagementAddress(String host, int port, String names) {

    /** Its parts, as they are configured. */
    @Override
    public String toString() {
        return "ManagementAddress[" + port + "]";
    }
}
