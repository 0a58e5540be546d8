package org.paysign.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may log in: one operator and one viewer, each only if there is a password. Keeps digests, no passwords. */
public final class Accounts {

    private static final String KEYS = "paysign.console.";

    private final List<Account> accounts = new ArrayList<>();

    /** Reads the configuration; an empty password means that nobody logs in with that role. */
    public Accounts(String operator, String operatorPassword, String viewer, String viewerPassword) {
        add("operator", operator, operatorPassword, true);
        add("viewer", viewer, viewerPassword, false);
        if (accounts.size() == 2 && operator.equals(viewer)) {
            throw new IllegalStateException(
                    KEYS + "operator.user and " + KEYS + "viewer.user are the same: give them different names");
        }
    }

    private void add(String role, String user, String password, boolean operator) {
        if (password.isEmpty()) {
            return;
        }
        if (!user.matches("[A-Za-z0-9_.@-]{1,64}")) {
            throw new IllegalStateException(
                    KEYS + role + ".user has to be 1 to 64 letters, digits or any of _ . @ - and nothing else");
        }
        accounts.add(new Account(user, operator, digest(user + ":" + password)));
    }

    /** Whether nobody can log in at all. */
    boolean none() {
        return accounts.isEmpty();
    }

    /** Whose these credentials ({@code user:password}) are; takes as long for wrong ones as for right ones. */
    @Nullable
    Account find(String credentials) {
        byte[] given = digest(credentials);
        Account found = null;
        for (Account account : accounts) {
            if (MessageDigest.isEqual(account.digest, given)) {
                found = account;
            }
        }
        return found;
    }

    private static byte[] digest(String credentials) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(credentials.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** A user and his role. */
    static final class Account {

        final String user;
        final boolean operator;
        private final byte[] digest;

        private Account(String user, boolean operator, byte[] digest) {
            this.user = user;
            this.operator = operator;
            this.digest = digest;
        }
    }
}
