package org.paysign.sandbox.pages;

/** The broker on this machine that the merchant's back end talks to. */
public record ShopSettings(int port, String user, String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return "ShopSettings[" + port + ", " + user + "]";
    }
}
